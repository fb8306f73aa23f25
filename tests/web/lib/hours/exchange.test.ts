import { describe, expect, it } from 'vitest';
import LineContests from '../../../../apps/web/src/lib/hours/LineContests.svelte';
import LineNotice from '../../../../apps/web/src/lib/hours/LineNotice.svelte';
import LinePapers from '../../../../apps/web/src/lib/hours/LinePapers.svelte';
import { all, attribute, draw, heard as heardAsIs, one, type Tag, words as wordsAsIs } from '../../../support/drawn.ts';

/** Spaces that do not break read as spaces here. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const words = (tag: Tag) => plain(wordsAsIs(tag));
const heard = (tag: Tag) => plain(heardAsIs(tag));

const paper = {
  id: 'p1',
  kind: 'payslip' as const,
  fileId: 'f1',
  name: 'paie <mars>.pdf',
  unread: false,
  side: 'employer' as const,
  broughtByName: 'Odile Ferrand',
  broughtAt: '2026-04-02T08:00:00.000Z',
  withdrawnAt: null,
  withdrawnByName: null,
  withdrawnReason: null,
  erased: false,
};
const contest = {
  id: 'k1',
  side: 'employer' as const,
  openedByName: 'Odile Ferrand',
  openedAt: '2026-04-02T08:00:00.000Z',
  outcome: null,
  closedByName: null,
  closedAt: null,
  mine: false,
  words: [
    {
      id: 'w1',
      side: 'employer' as const,
      saidByName: 'Odile Ferrand',
      saidAt: '2026-04-02T08:00:00.000Z',
      body: 'Présente <le> 6',
    },
    { id: 'w2', side: 'team' as const, saidByName: null, saidAt: '2026-04-03T08:00:00.000Z', body: 'Et la feuille ?' },
  ],
};
const refused = {
  sentence: 'À corriger.',
  fields: { body: 'Écrivez ce que vous contestez.' },
  values: { body: 'Mme' },
};
const buttons = (page: ReturnType<typeof draw>) => all(page, 'button').map((tag) => words(tag));

describe('the papers of a line', () => {
  it('open by their name, with who brought them and when', () => {
    const page = draw(LinePapers, { papers: [paper], side: 'employer' });
    const link = one(page, 'a');
    expect(attribute(link, 'href')).toBe('/api/downloads/f1');
    expect(words(link)).toBe('paie <mars>.pdf');
    expect(words(page)).toContain('Odile Ferrand, le 2 avr. 2026');
  });

  it('say that a photo is to be looked at, and that one was taken back, which opens no more', () => {
    const page = draw(LinePapers, {
      papers: [
        { ...paper, unread: true },
        {
          ...{ ...paper, id: 'p2', name: '', erased: true, withdrawnAt: '2026-04-05T08:00:00.000Z' },
          ...{ withdrawnByName: 'Amina Chaïb', withdrawnReason: 'Mauvais <salarié>' },
        },
        { ...paper, id: 'p3', withdrawnAt: '2026-04-06T08:00:00.000Z' },
      ],
      side: 'team',
    });
    expect(words(page)).toContain('À relire');
    const rows = all(page, 'li').map((tag) => words(tag));
    expect(rows[1]).toContain('Retiré le 5 avr. 2026 par Amina Chaïb');
    expect(rows[1]).toContain('Mauvais <salarié>');
    expect(rows[1]).toContain('Son contenu est effacé.');
    expect(rows[2]).toContain('Retiré le 6 avr. 2026');
    expect(rows[2]).toContain('son contenu s’efface');
    expect(all(page, 'a')).toHaveLength(1);
  });

  it('are taken back by whoever brought them, and by the team', () => {
    const withdraws = (side: 'employer' | 'team', broughtBy: 'employer' | 'team') =>
      all(draw(LinePapers, { papers: [{ ...paper, side: broughtBy }], side }), 'form', { action: '?/retirer' }).length;
    expect([withdraws('employer', 'employer'), withdraws('employer', 'team')]).toEqual([1, 0]);
    expect([withdraws('team', 'employer'), withdraws('team', 'team')]).toEqual([1, 1]);
  });

  it('ask why one is taken back, and keep what was typed where it was refused', () => {
    const page = draw(LinePapers, {
      papers: [paper, { ...paper, id: 'p2' }],
      side: 'team',
      refused: {
        sentence: 'Certains champs sont à corriger.',
        fields: { reason: 'Ce texte contient un numéro de sécurité sociale.' },
        values: { paperId: 'p2', reason: 'celui de Mme B.' },
      },
    });
    const open = all(page, 'details').map((tag) => tag.attributes.has('open'));
    expect(open).toEqual([false, true, false]);
    const fields = all(page, 'input', { name: 'reason' });
    expect(fields.map((tag) => attribute(tag, 'value') ?? '')).toEqual(['', 'celui de Mme B.']);
    expect(words(page).match(/Ce texte contient/g)).toHaveLength(1);
  });

  it('say what to hide before one is sent, and keep the refusal at the field', () => {
    const empty = draw(LinePapers, { papers: [], side: 'employer' });
    expect(words(empty)).toContain('Aucun document joint.');
    expect(heard(empty)).toContain('Cachez le numéro de sécurité sociale');
    const wrong = draw(LinePapers, {
      papers: [],
      side: 'employer',
      refused: {
        sentence: 'Un numéro se lit à la page 2.',
        fields: { file: 'Un numéro se lit à la page 2.' },
        values: { kind: 'payslip' },
      },
    });
    expect(all(wrong, 'details')[0]?.attributes.has('open')).toBe(true);
    expect(words(wrong)).toContain('page 2');
  });
});

describe('the contests of a line', () => {
  it('tell who said what, in order, nothing of it as HTML', () => {
    const page = draw(LineContests, { contests: [contest], side: 'employer' });
    const said = all(page, 'li').map((tag) => words(tag));
    expect(said[0]).toContain('Présente <le> 6');
    expect(said[0]).toContain('Odile Ferrand');
    expect(said[1]).toContain('Une personne');
    expect(words(page)).toContain('contestée');
  });

  it('offer to decide to the team alone, and to take back to whoever opened', () => {
    expect(buttons(draw(LineContests, { contests: [contest], side: 'employer' }))).toEqual(['Répondre']);
    expect(buttons(draw(LineContests, { contests: [contest], side: 'team' }))).toEqual([
      'Répondre',
      'Maintenir la décision',
      'La décision change',
    ]);
    const mine = draw(LineContests, { contests: [{ ...contest, mine: true }], side: 'team' });
    expect(buttons(mine)).toEqual(['Répondre', 'Retirer ma contestation']);
    expect(words(mine)).toContain('une autre personne de l’équipe la tranche');
  });

  it('that is closed says how and by whom, and lets another be opened', () => {
    const closed = {
      ...contest,
      outcome: 'maintained' as const,
      closedByName: 'Amina',
      closedAt: '2026-04-09T08:00:00.000Z',
    };
    const page = draw(LineContests, { contests: [closed], side: 'employer' });
    expect(words(page)).toContain('décision maintenue, par Amina le 9 avr. 2026');
    expect(words(page)).toContain('Contester de nouveau');
    expect(all(page, 'form', { action: '?/contester' })).toHaveLength(1);
  });

  it('keeps what was typed and refused, in each language', () => {
    const page = draw(LineContests, { contests: [], side: 'employer', refused });
    expect(words(one(page, 'textarea'))).toContain('Mme');
    expect(words(page)).toContain('Écrivez ce que vous contestez.');
    expect(words(draw(LineContests, { contests: [], side: 'team' }, 'en'))).toContain('Contest');
  });
});

describe('what was just done', () => {
  it('is said once, and nothing when nothing was', () => {
    for (const [said, text] of [
      ['joint', 'Document joint'],
      ['annonce', 'jugées de nouveau'],
      ['a-relire', 'personne ne l’a lu'],
      ['retire', 'Document retiré'],
      ['contestee', 'Contestation enregistrée'],
      ['close', 'Contestation close'],
    ] as const) {
      expect(words(draw(LineNotice, { said })), said).toContain(text);
    }
    expect(words(draw(LineNotice, { said: null })).trim()).toBe('');
  });
});
