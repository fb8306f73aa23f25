import { builtInPolicies } from '@jonction/domain/hours/policies/built-in';
import { describe, expect, it } from 'vitest';
import LineStory from '../../../../apps/web/src/lib/hours/LineStory.svelte';
import MarkSums from '../../../../apps/web/src/lib/hours/MarkSums.svelte';
import OutcomeList from '../../../../apps/web/src/lib/hours/OutcomeList.svelte';
import { gathered, stateOf } from '../../../../apps/web/src/lib/hours/outcome.ts';
import type { LineTold } from '../../../../apps/web/src/lib/hours/story.ts';
import { all, attribute, draw, heard, one, type Tag, words } from '../../../support/drawn.ts';

type Entry = LineTold['entries'][number];
const emergency = builtInPolicies['emergency-2020'];
const waiting: Entry = {
  id: 'e1',
  from: '2020-04-01',
  to: '2020-04-30',
  centihours: 12_000,
  status: 'pending',
  policy: 'emergency-2020',
  rule: 'sick-ss',
  reason: 'decision-needed',
  policyTitle: emergency?.title ?? null,
  version: null,
  source: emergency?.source ?? null,
  note: null,
  evidenceAsked: ['benefit_statement'],
  recordedAt: '2020-05-02T08:00:00.000Z',
  reversesId: null,
  holds: false,
  decidedByName: null,
  decidedOn: null,
  decisionReason: null,
  late: false,
};
const reversal: Entry = {
  ...waiting,
  id: 'e2',
  centihours: -12_000,
  reversesId: 'e1',
  recordedAt: '2020-05-11T12:05:00.000Z',
};
const accepted: Entry = {
  ...waiting,
  id: 'e3',
  status: 'validated',
  reason: 'decided',
  holds: true,
  recordedAt: '2020-05-11T12:05:00.000Z',
  decidedByName: 'Amina Belkacem',
  decidedOn: '2020-05-11',
  decisionReason: 'Relevé reçu, <b>vu</b>',
};
const story: LineTold = {
  line: {
    id: 'l2',
    workerName: 'Awa Diarra',
    from: '2020-04-01',
    to: '2020-04-30',
    kind: 'sick_leave',
    payer: 'social_security',
    centihours: 12_000,
    evidence: ['benefit_statement'],
    receivedOn: '2020-05-02',
    lateSince: null,
    warnings: [],
  },
  side: 'team',
  entries: [waiting, reversal, accepted],
  corrections: [],
};
const terms = (page: Tag) =>
  Object.fromEntries(all(one(page, 'section'), 'div').map((pair) => [words(one(pair, 'dt')), words(one(pair, 'dd'))]));
const tell = (changed: Partial<Entry>, locale: 'fr' | 'en' = 'fr') =>
  draw(LineStory, { story: { ...story, entries: [{ ...waiting, holds: true, ...changed }] } }, locale);

describe('the story of a line of hours', () => {
  it('says what was declared, when it was received, who paid, and its papers', () => {
    const [declared, received] = all(draw(LineStory, { story }), 'p').map(words);
    expect(declared).toBe('120\u00a0h, arrêt maladie, du 1er\u00a0avr.\u00a02020 au 30\u00a0avr.\u00a02020');
    expect(received).toMatch(/2\u00a0mai\u00a02020 · .*Sécurité sociale · .*relevé d’indemnités/);
    const bare = draw(LineStory, { story: { ...story, line: { ...story.line, payer: null, evidence: [] } } });
    expect(words(bare)).toMatch(/Aucun justificatif annoncé/);
  });

  it('says which rule, which policy, which text, which paper was asked, who decided, when and why', () => {
    const said = terms(draw(LineStory, { story }));
    expect(said).toMatchObject({
      Règle: 'Arrêt maladie payé par la Sécurité sociale\u202f: peut être validé',
      'Décidé par': 'Amina Belkacem, le 11\u00a0mai\u00a02020',
      Motif: 'Relevé reçu, <b>vu</b>',
    });
    expect(Object.values(said)).toContain('relevé d’indemnités');
    expect(Object.values(said).join(' ')).toContain('EPEC');
    expect(all(draw(LineStory, { story }), 'b')).toEqual([]);
  });

  it('says it in English to an English reader, what is ours at least', () => {
    const said = terms(draw(LineStory, { story }, 'en'));
    expect(said.Rule).toBe('Sick leave paid by the social security: may be validated');
    expect(said['Decided by']).toBe('Amina Belkacem, on 11\u00a0May\u00a02020');
    // The reason is what a facilitator wrote: it stays as it was written.
    const { Reason, ...ours } = said;
    expect(Reason).toBe('Relevé reçu, <b>vu</b>');
    expect(Object.values(ours).join(' ')).not.toMatch(/[éèà]/);
  });

  it('says what came after the closing of the month: the line, or only its last judgement', () => {
    expect(words(draw(LineStory, { story }))).not.toMatch(/clôture/);
    const late = { ...story, line: { ...story.line, lateSince: '2020-05-04T09:00:00Z' } };
    expect(words(draw(LineStory, { story: late }))).toContain('Corrigé après la clôture du 4\u00a0mai\u00a02020');
    const judged = words(tell({ late: true }));
    expect(judged).toContain('inscrit après la clôture du mois');
    expect(judged).not.toContain('Corrigé après la clôture');
  });

  it('names the team where the reader may not know who decided', () => {
    const said = terms(tell({ ...accepted, decidedByName: null }));
    expect(said['Décidé par']).toMatch(/, le 11\u00a0mai\u00a02020$/);
    expect(said['Décidé par']).not.toMatch(/null|undefined|^,/);
  });

  it.each([
    ['validated', null, 'validées'],
    ['pending', 'decision-needed', 'à décider'],
    ['pending', 'evidence-missing', 'justificatif attendu'],
    ['rejected', 'over-cap', 'non validées'],
  ] as const)('says %s (%s) by a mark and a word: %s', (status, reason, word) => {
    const state = one(one(tell({ status, reason }), 'section'), 'p', { class: true });
    expect(heard(state)).toContain(`120\u00a0h ${word}`);
    expect(all(state, 'svg')).toHaveLength(1);
  });

  it('says that a check came before any rule, and names no rule then', () => {
    const said = terms(
      tell({ status: 'rejected', reason: 'outside-placement', policy: null, rule: null, source: null }),
    );
    expect(Object.keys(said)).toEqual(['Règle']);
    expect(words(tell({ status: 'rejected', reason: 'outside-placement', policy: null, rule: null }))).toContain(
      'Le jour est hors des dates du contrat de travail.',
    );
  });

  it('says that no rule knows these hours', () => {
    const said = terms(tell({ status: 'rejected', policy: 'none', rule: 'no-rule', reason: null }));
    expect(Object.keys(said)).toEqual(['Règle']);
    expect(said.Règle).toMatch(/^Aucune règle/);
  });

  it('shows all that was ever recorded, the last first, what was taken back as a positive figure', () => {
    const ledger = one(draw(LineStory, { story }), 'details');
    expect(attribute(ledger, 'open')).toBeUndefined();
    expect(words(one(ledger, 'summary'))).toBe('Tout ce qui a été inscrit (3)');
    const events = all(ledger, 'li').map((event) => all(event, 'p').map(words));
    expect(events.map(([what]) => what)).toEqual([
      '120\u00a0h validées',
      'Repris\u202f: 120\u00a0h à décider',
      '120\u00a0h à décider',
    ]);
    expect(events[0]?.[1]).toMatch(/^11\u00a0mai\u00a02020 à 14\u00a0h\u00a005/);
    expect(events.map(([, when]) => when?.includes('ne vaut plus'))).toEqual([false, false, true]);
  });

  it('says that nothing counts any more rather than showing nothing', () => {
    const page = draw(LineStory, { story: { ...story, entries: [waiting, reversal] } });
    expect(all(page, 'section')).toEqual([]);
    expect(words(page)).toMatch(/Rien ne compte plus de cette ligne/);
  });

  it('tells corrections only when there are some, the one in force named', () => {
    const corrections = [
      { id: 'l1', centihours: 14_000, recordedAt: '2020-05-02T08:00:00.000Z' },
      { id: 'l2', centihours: 12_000, recordedAt: '2020-05-04T08:00:00.000Z' },
    ];
    const page = draw(LineStory, { story: { ...story, corrections } });
    expect(
      all(one(page, 'ol', { 'aria-label': 'Corrections' }), 'p', { class: true })
        .map(words)
        .filter((text) => text.startsWith('D')),
    ).toEqual(['Déclarée 140\u00a0h', 'Déclarée 120\u00a0h (en vigueur)']);
    expect(all(draw(LineStory, { story: { ...story, corrections: corrections.slice(0, 1) } }), 'ol')).toHaveLength(1);
  });
});

describe('what became of some hours', () => {
  const portion = { status: 'validated', reason: null, policy: 'ordinary', rule: 'worked', centihours: 700 } as const;
  const missing = {
    status: 'pending',
    reason: 'evidence-missing',
    policy: 'emergency-2020',
    rule: 'sick-ss',
    centihours: 350,
  } as const;

  it('is added up by outcome: nothing is lost, nothing counted twice', () => {
    const parts = gathered([portion, missing, portion, { ...missing, reason: 'decision-needed' }]);
    expect(parts.map(({ centihours }) => centihours)).toEqual([1400, 350, 350]);
    expect(parts.map(stateOf)).toEqual(['validated', 'waiting', 'toDecide']);
  });

  it('is a mark, the hours and a word; with the reason and the rule where it is not simply validated', () => {
    const items = all(draw(OutcomeList, { kind: 'sick_leave', portions: [portion, missing, portion] }), 'li').map(
      heard,
    );
    expect(items).toEqual([
      '14\u00a0h validées',
      '3,5\u00a0h justificatif attendu Il manque un justificatif. Règle\u202f: Arrêt maladie payé par la Sécurité sociale\u202f: peut être validé.',
    ]);
  });

  it('says the reason that a facilitator wrote, as text', () => {
    const decided = { ...missing, status: 'rejected', reason: 'decided', decisionReason: '<i>Doublon</i>' } as const;
    const page = draw(OutcomeList, { kind: 'sick_leave', portions: [decided] });
    expect(heard(page)).toBe('3,5\u00a0h non validées Motif\u202f: <i>Doublon</i>');
    expect(all(page, 'i')).toEqual([]);
  });
});

describe('hours by mark', () => {
  it('leave out what is nought, and each figure says its mark', () => {
    const sums = { validated: 12_000, toDecide: 0, waiting: 700, rejected: 0 };
    expect(heard(draw(MarkSums, { sums }))).toMatch(/^120\u00a0h validées ?7\u00a0h justificatif attendu$/);
    expect(all(draw(MarkSums, { sums }), 'svg')).toHaveLength(2);
  });

  it('say that there is nothing', () => {
    const none = { validated: 0, toDecide: 0, waiting: 0, rejected: 0 };
    expect(heard(draw(MarkSums, { sums: none, empty: 'rien encore' }))).toBe('rien encore');
  });
});
