import {
  askDerogationSchema,
  decideDerogation,
  decideDerogationSchema,
  derogates,
  derogationDecisions,
  leastOpinion,
} from '@jonction/domain/eligibility/derogation';
import { describe, expect, it } from 'vitest';

const id = '0190a000-0000-7000-8000-000000000001';
const opinion = 'Sans emploi depuis longtemps, suivie par la mission locale.';
const issuesOf = (schema: typeof askDerogationSchema | typeof decideDerogationSchema, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];

describe('a motivated opinion', () => {
  it('says why, on which clause, with or without a paper', () => {
    expect(issuesOf(askDerogationSchema, { participantId: id, clauseId: id, opinion })).toEqual([]);
    expect(issuesOf(askDerogationSchema, { participantId: id, clauseId: id, opinion, fileId: id })).toEqual([]);
  });

  it.each([
    ['a formula', { opinion: 'Avis favorable.' }, 'opinion eligibility.derogation_opinion_short'],
    ['blanks', { opinion: ' '.repeat(leastOpinion + 5) }, 'opinion eligibility.derogation_opinion_short'],
    ['a book', { opinion: 'x'.repeat(2001) }, 'opinion eligibility.derogation_opinion_long'],
    ['no contract', { clauseId: '' }, 'clauseId eligibility.derogation_clause_missing'],
  ])('is not %s', (_, wrong, issue) => {
    expect(issuesOf(askDerogationSchema, { participantId: id, clauseId: id, opinion, ...wrong })).toContain(issue);
  });
});

describe('a decision', () => {
  const granted = { derogationId: id, decision: 'granted', validFrom: '2026-03-01', validTo: '2026-06-30' };

  it('is granted between two days, or refused', () => {
    expect(issuesOf(decideDerogationSchema, granted)).toEqual([]);
    expect(issuesOf(decideDerogationSchema, { derogationId: id, decision: 'refused' })).toEqual([]);
    expect(issuesOf(decideDerogationSchema, { ...granted, validTo: granted.validFrom })).toEqual([]);
  });

  it.each([
    [
      'without its days',
      { validFrom: null, validTo: null },
      ['validFrom eligibility.derogation_days_missing', 'validTo eligibility.derogation_days_missing'],
    ],
    ['that ends before it begins', { validTo: '2026-02-01' }, ['validTo eligibility.derogation_days_reversed']],
    ['that is none', { decision: 'maybe' }, ['decision eligibility.derogation_decision_missing']],
  ])('is not one %s', (_, wrong, issues) => {
    expect(issuesOf(decideDerogationSchema, { ...granted, ...wrong })).toEqual(issues);
  });

  it('is of somebody else than whoever gave the opinion, and is taken once', () => {
    const team = { alone: false, reason: null };
    expect(decideDerogation({ askedBy: 'a', decision: null }, 'b', team)).toEqual({
      ok: true,
      value: { decidedAlone: false },
    });
    // A reason opens nothing while somebody else is there.
    for (const reason of [null, opinion]) {
      expect(decideDerogation({ askedBy: 'a', decision: null }, 'a', { alone: false, reason })).toMatchObject({
        refusal: { code: 'eligibility.derogation_own' },
      });
    }
    for (const decision of derogationDecisions) {
      for (const by of ['a', 'b']) {
        expect(decideDerogation({ askedBy: 'a', decision }, by, { alone: true, reason: opinion })).toMatchObject({
          refusal: { code: 'eligibility.derogation_decided' },
        });
      }
    }
  });

  it('of a team of one is its own author’s, with a written reason alone', () => {
    const own = { askedBy: 'a', decision: null };
    expect(decideDerogation(own, 'a', { alone: true, reason: null })).toMatchObject({
      refusal: { code: 'eligibility.derogation_alone_short' },
    });
    expect(decideDerogation(own, 'a', { alone: true, reason: opinion })).toEqual({
      ok: true,
      value: { decidedAlone: true },
    });
    // On the opinion of somebody who has left, whoever is alone decides as anybody would.
    expect(decideDerogation({ askedBy: 'z', decision: null }, 'a', { alone: true, reason: null })).toEqual({
      ok: true,
      value: { decidedAlone: false },
    });
  });

  it('taken alone says why in a sentence, not in a word', () => {
    expect(issuesOf(decideDerogationSchema, { ...granted, alone: 'urgent' })).toEqual([
      'alone eligibility.derogation_alone_short',
    ]);
    expect(issuesOf(decideDerogationSchema, { ...granted, alone: opinion })).toEqual([]);
    expect(issuesOf(decideDerogationSchema, { ...granted, alone: 'x'.repeat(2001) })).toEqual([
      'alone eligibility.derogation_opinion_long',
    ]);
  });

  it.each([
    ['on its first day', { decision: 'granted', validFrom: '2026-03-01', validTo: '2026-06-30' }, '2026-03-01', true],
    ['on its last day', { decision: 'granted', validFrom: '2026-03-01', validTo: '2026-06-30' }, '2026-06-30', true],
    ['the day after', { decision: 'granted', validFrom: '2026-03-01', validTo: '2026-06-30' }, '2026-07-01', false],
    ['the day before', { decision: 'granted', validFrom: '2026-03-01', validTo: '2026-06-30' }, '2026-02-28', false],
    ['while it waits', { decision: null, validFrom: null, validTo: null }, '2026-03-01', false],
    ['when it is refused', { decision: 'refused', validFrom: null, validTo: null }, '2026-03-01', false],
  ] as const)('opens a hire %s: %s', (_, derogation, day, opens) => {
    expect(derogates(derogation, day)).toBe(opens);
  });
});
