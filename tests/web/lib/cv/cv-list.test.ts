import { describe, expect, it } from 'vitest';
import CvList from '../../../../apps/web/src/lib/cv/CvList.svelte';
import { all, attribute, draw, heard, type Tag, words } from '../../../support/drawn.ts';

const cleaner = {
  id: 'c1',
  title: 'Agente de propreté',
  status: 'confirmed' as const,
  current: true,
  fileId: null,
  fileName: null,
  createdAt: '2025-10-01T08:00:00.000Z',
  confirmedOn: '2026-02-10',
};
const cook = { ...cleaner, id: 'c2', title: 'Commis de cuisine', current: false, confirmedOn: '2025-11-01' };
const old = { ...cleaner, id: 'c3', title: 'Ancien', status: 'replaced' as const, current: false };
const team = { participantId: 'p1', name: 'Awa Diarra', today: '2026-03-02' };
const hrefOf = (id: string) => `/cv/${id}`;
const rows = (page: Tag) => all(page, 'li');
const buttons = (row: Tag | undefined) =>
  row ? all(row, 'button').map((button) => attribute(button, 'formaction')) : [];

describe('the CVs of a person', () => {
  it('say which goes out first, once there are several', () => {
    const [first, second] = rows(draw(CvList, { cvs: [cleaner, cook], hrefOf, team }));
    expect(words(first as Tag)).toContain('part en premier');
    expect(words(second as Tag)).not.toContain('part en premier');
    const [alone] = rows(draw(CvList, { cvs: [cleaner], hrefOf, team }));
    expect(words(alone as Tag)).not.toContain('part en premier');
  });

  it('say since when each is known to be true, and which is to be confirmed', () => {
    const [first, second] = rows(draw(CvList, { cvs: [cleaner, cook], hrefOf, team }));
    expect(words(first as Tag)).toContain('confirmé il y a');
    expect(words(first as Tag)).not.toContain('à confirmer');
    expect(words(second as Tag)).toContain('CV à confirmer');
  });

  it('are confirmed one by one, by telephone or otherwise, each under its own name', () => {
    const [, second] = rows(draw(CvList, { cvs: [cleaner, cook], hrefOf, team }));
    const [confirm] = all(second as Tag, 'form', { action: '?/confirmer' });
    const fields = all(confirm as Tag, 'input').map((field) => [attribute(field, 'name'), attribute(field, 'value')]);
    expect(fields).toEqual([
      ['participantId', 'p1'],
      ['cvId', 'c2'],
    ]);
    expect(all(confirm as Tag, 'button').map((button) => attribute(button, 'value'))).toEqual(['oui', 'non']);
    expect(heard(all(confirm as Tag, 'button')[0] as Tag)).toContain('Awa Diarra');
  });

  it('may be moved to the front and withdrawn; the first one only withdrawn', () => {
    const [first, second] = rows(draw(CvList, { cvs: [cleaner, cook], hrefOf, team }));
    expect(buttons(second).slice(2)).toEqual(['?/premier', '?/retirer']);
    expect(buttons(first).slice(2)).toEqual(['?/retirer']);
  });

  it('offer nothing on a CV that is shown to nobody', () => {
    expect(buttons(rows(draw(CvList, { cvs: [cleaner, old], hrefOf, team }))[1])).toEqual([]);
  });

  it('leave a partner to read and confirm: these buttons are the team’s', () => {
    const page = draw(CvList, { cvs: [cleaner, cook], hrefOf });
    expect(all(page, 'form', { action: '?/confirmer' })).toEqual([]);
    expect(words(page)).not.toContain('à confirmer');
  });

  it('say why there may be several, in a sentence', () => {
    expect(words(draw(CvList, { cvs: [cleaner, cook], hrefOf, team }))).toContain('Chaque métier peut avoir son CV');
  });
});
