import { pushObstacles } from '@jonction/domain/positioning/push';
import type { ComponentProps } from 'svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import BoardCardView from '../../../../apps/web/src/lib/positioning/BoardCardView.svelte';
import PushPeople from '../../../../apps/web/src/lib/positioning/PushPeople.svelte';
import SentCvs from '../../../../apps/web/src/lib/positioning/SentCvs.svelte';
import { page as app } from '../../../support/app-state.ts';
import { all, attribute, describedBy, draw, heard, labelOf, one, words } from '../../../support/drawn.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const today = '2026-03-02';

beforeEach(() => {
  app.url = new URL('https://jonction.example/facilitateur/offres/o7?vue=envois&fait=oui');
});

describe('a card of the board', () => {
  type Card = ComponentProps<typeof BoardCardView>['card'];
  const card = {
    ...{ firstName: 'Awa', lastName: 'Diarra', employerName: 'Net & Clair', offerTitle: 'Agent <de> propreté' },
    ...{ status: 'sent', toPass: false, late: false, sentOn: '2026-02-27', seenOn: null, proposedOn: '2026-02-20' },
    ...{ interviewAt: null, placed: false, pausedUntil: null },
  };
  const view = (given: object = {}, locale: 'fr' | 'en' = 'fr', current = false) =>
    draw(BoardCardView, { card: { ...card, ...given } as unknown as Card, today, href: '?carte=x1', current }, locale);
  const said = (...given: Parameters<typeof view>) => plain(heard(view(...given)));

  it('says in words, not by its colour alone, that it is late', () => {
    expect(said({ late: true })).not.toBe(said());
    expect(all(view({ late: true }), 'strong')).toHaveLength(1);
    expect(all(view(), 'strong')).toEqual([]);
  });

  it('names who and where, says that no offer asked, and opens what can be done', () => {
    expect(said()).toContain('Awa Diarra Net & Clair Agent <de> propreté');
    expect(said({ offerTitle: null })).not.toMatch(/null|Agent/);
    expect(attribute(one(view(), 'a'), 'href')).toBe('?carte=x1');
    expect(attribute(one(view({}, 'fr', true), 'a'), 'aria-current')).toBe('true');
    expect(attribute(one(view(), 'a'), 'aria-current')).toBeUndefined();
  });

  it('ages each step by its own day, and never says a date that nobody gave', () => {
    expect(said()).toContain('il y a 3 j');
    expect(said({ status: 'proposed' })).toContain('il y a 10 j');
    expect(said({ status: 'seen', seenOn: '2026-03-01' })).toContain('hier');
    expect(said({ status: 'seen' })).toContain('il y a 3 j');
    for (const status of ['interview', 'meeting_set']) expect(said({ status })).not.toMatch(/Invalid|null|1970/);
  });

  it.each(['proposed', 'sent', 'seen', 'interview', 'meeting_set', 'hired', 'refused'])(
    'is never a code: %s',
    (status) => {
      for (const locale of ['fr', 'en'] as const) expect(said({ status }, locale)).not.toMatch(/_|board\.|undefined/);
      expect(said({ status })).not.toBe(said({ status }, 'en'));
    },
  );

  it('says until when it rests, only while it does and while an answer is awaited', () => {
    expect(said({ pausedUntil: '2026-03-10' })).toContain('10 mars');
    for (const given of [{ pausedUntil: today }, { pausedUntil: '2026-03-10', status: 'hired' }]) {
      expect(said(given)).not.toMatch(/\b(10|2) mars/);
    }
  });
});

describe('the people of a sending', () => {
  const person = {
    ...{ participantId: 'p1', firstName: 'Awa', lastName: 'Diarra', cvTitle: 'Agente <b>', preparedAt: null },
    obstacles: [],
  };
  const people = (given: object = {}, selected: string[] = ['p1'], locale: 'fr' | 'en' = 'fr') =>
    draw(PushPeople, { people: [{ ...person, ...given }], selected, today }, locale);
  const box = (...given: Parameters<typeof people>) => one(people(...given), 'input', { name: 'p' });

  it('are boxes named after the person and her CV, ticked as chosen', () => {
    expect(labelOf(people(), box())).toBe('Awa Diarra Agente <b>');
    expect(labelOf(people({ cvTitle: null }), box({ cvTitle: null }))).toBe('Awa Diarra');
    expect([box().attributes.has('checked'), box({}, []).attributes.has('checked')]).toEqual([true, false]);
  });

  it('say whether each was called, by the day in Paris', () => {
    const hint = (given: object) => plain(describedBy(people(given), box(given)).join());
    expect(hint({ preparedAt: '2026-03-01T23:30:00.000Z' })).toContain('aujourd’hui');
    expect(hint({ preparedAt: '2026-03-01T12:00:00.000Z' })).toContain('hier');
    expect(hint({})).not.toMatch(/hier|aujourd’hui|^$/);
  });

  it.each(pushObstacles)('cannot be ticked while something stands in the way, which is said: %s', (obstacle) => {
    const given = { obstacles: [obstacle] };
    expect(box(given).attributes.has('disabled')).toBe(true);
    for (const locale of ['fr', 'en'] as const) {
      const said = describedBy(people(given, [], locale), box(given, [], locale)).join();
      expect(said).not.toMatch(/obstacle\.|_|undefined/);
      expect(said).toContain('Awa Diarra');
    }
    expect(attribute(one(people(given), 'a'), 'href')).toBe('/facilitateur/participants/p1');
    expect(box().attributes.has('disabled')).toBe(false);
  });
});

describe('the CVs that left for an offer', () => {
  const row = {
    ...{ id: 'x1', participantId: 'p1', firstName: 'Awa', lastName: 'Diarra', employerName: 'Net & Clair' },
    ...{ status: 'sent', sentAt: '2026-03-01T23:30:00.000Z', seenAt: null, sentByName: 'Camille', pushId: 's1' },
    ...{ interviewAt: null, refusalReason: null, version: 1 },
  };
  type Given = ComponentProps<typeof SentCvs>;
  const sent = (changes: object | null = {}, given: Partial<Given> = {}, locale: 'fr' | 'en' = 'fr') =>
    draw(
      SentCvs,
      {
        ...{ rows: (changes ? [{ ...row, ...changes }] : []) as unknown as Given['rows'], today, waiting: 0 },
        ...{ peopleHref: '?vue=personnes', boardHref: '/facilitateur/envois/tableau', ...given },
      },
      locale,
    );
  const acts = (changes: object) =>
    all(sent(changes), 'a', { 'data-size': 'small' }).map((link) => attribute(link, 'href'));

  it('say that none left yet, and where to choose people', () => {
    const none = sent(null);
    expect(all(none, 'table')).toEqual([]);
    expect(attribute(one(none, 'a'), 'href')).toBe('?vue=personnes');
  });

  it('count what waits in the right number, and say nothing of a zero', () => {
    const waits = (waiting: number) => plain(words(all(sent({}, { waiting }), 'p')[0] ?? sent()));
    expect(waits(1)).toMatch(/^1 \S+ attend\b/);
    expect(waits(2)).toMatch(/^2 \S+ attendent\b/);
    expect(waits(0)).not.toMatch(/\d/);
  });

  it('are aged by the day in Paris and say who sent them, nothing where nobody is known', () => {
    expect(plain(heard(sent()))).toMatch(/aujourd’hui.*Camille/);
    expect(heard(sent({ sentByName: null, sentAt: null }))).not.toMatch(/null|Invalid|1970/);
  });

  it('take an answer while one is awaited, a hire once hired, and show their letter', () => {
    expect(acts({})).toEqual(['/facilitateur/offres/o7?vue=envois&reponse=x1', '/facilitateur/envois/s1']);
    expect(acts({ status: 'hired', pushId: null })).toEqual(['/facilitateur/embauches/nouvelle?positionnement=x1']);
    expect(acts({ status: 'refused', pushId: null })).toEqual([]);
  });

  it('name the person on the button that takes her answer', () => {
    const [answer] = all(sent(), 'a', { 'data-size': 'small' });
    expect(answer && heard(answer)).toContain('Awa Diarra');
  });
});
