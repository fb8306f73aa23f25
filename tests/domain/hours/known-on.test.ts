import { judgeByRulebook } from '@jonction/domain/hours/judge';
import { rulebookOf } from '@jonction/domain/hours/winning-rule';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { givenArbitrary } from './arbitraries.ts';
import type { Given } from './oracle.ts';
import { decision, emergency, judge, line, ordinary, outcomeOf, placement, policy, sickLine } from './placed.ts';

describe('a question asked of the past', () => {
  const decisions = [
    decision({ accept: true, on: '2020-05-04' }),
    decision({ rule: 'sick-ss', accept: false, on: '2020-06-15' }),
  ];
  const withdrawn = { ...emergency, publishedOn: '2020-07-01', rules: [] };
  const contractEvents = [
    { type: 'notify' as const, on: '2020-01-02', recordedOn: '2020-01-02' },
    { type: 'suspend' as const, on: '2020-04-08', recordedOn: '2020-08-03' },
  ];

  test.each([
    ['2020-04-15', ['a 2020-04-06..2020-04-10 3500 rejected ordinary/absence']],
    ['2020-04-16', ['a 2020-04-06..2020-04-10 3500 pending emergency-2020/sick-ss decision-needed']],
    ['2020-05-04', ['a 2020-04-06..2020-04-10 3500 validated emergency-2020/sick-ss decided']],
    ['2020-06-14', ['a 2020-04-06..2020-04-10 3500 validated emergency-2020/sick-ss decided']],
    ['2020-06-15', ['a 2020-04-06..2020-04-10 3500 rejected emergency-2020/sick-ss decided']],
    ['2020-07-01', ['a 2020-04-06..2020-04-10 3500 rejected ordinary/absence']],
    [
      '2020-08-03',
      [
        'a 2020-04-06..2020-04-07 1400 rejected ordinary/absence',
        'a 2020-04-08..2020-04-10 2100 rejected check contract-inactive',
      ],
    ],
  ])('is answered as it was known on %s', (knownOn, expected) => {
    const policies = [ordinary, emergency, withdrawn];
    expect(outcomeOf({ policies, lines: [sickLine()], decisions, contractEvents, knownOn })).toEqual(expected);
  });

  test('gets the same answer however much is learnt later', () => {
    const learntLater = fc.tuple(givenArbitrary, givenArbitrary).map(([given, later]): [Given, Given] => {
      const knownOn = '2020-04-20';
      const learnt = (day: string) => (day > knownOn ? day : '2020-04-21');
      return [
        { ...given, knownOn },
        {
          ...given,
          knownOn,
          policies: [
            ...given.policies,
            ...later.policies.map((one) => ({ ...one, publishedOn: learnt(one.publishedOn) })),
          ],
          decisions: [
            ...(given.decisions ?? []),
            ...(later.decisions ?? []).map((one) => ({ ...one, on: learnt(one.on) })),
          ],
          contractEvents: given.contractEvents && [
            ...given.contractEvents,
            ...(later.contractEvents ?? []).map((one) => ({ ...one, recordedOn: learnt(one.recordedOn) })),
          ],
        },
      ];
    });
    fc.assert(
      fc.property(learntLater, ([before, after]) => {
        expect(judge(after)).toEqual(judge(before));
      }),
    );
  });
});

describe('a rulebook made once', () => {
  test('judges every placement as if it had been made for it', () => {
    fc.assert(
      fc.property(givenArbitrary, givenArbitrary, (first, second) => {
        const rulebook = rulebookOf(first.policies, first.knownOn);
        const { policies: _, ...facts } = { ...second, knownOn: first.knownOn };
        judgeByRulebook(rulebook, first);
        const expected = judge({ ...second, policies: first.policies, knownOn: first.knownOn });
        expect(judgeByRulebook(rulebook, facts)).toEqual(expected);
      }),
    );
  });

  test('does not mix placements of other scopes or other bases', () => {
    const ofBuyer = policy({ scope: { level: 'buyer', id: 'B2' }, rules: [] });
    const training = policy({ id: 'q', scope: { level: 'buyer', id: 'B1' } });
    const rulebook = rulebookOf([ordinary, ofBuyer, training], '2020-09-01');
    const lines = [line({ kind: 'training' }), line({ id: 'b', kind: 'paid_leave', from: '2020-02-04' })];
    const asked = (changes: Partial<typeof placement>) =>
      judgeByRulebook(rulebook, { placement: { ...placement, ...changes }, lines, knownOn: '2020-09-01' }).portions.map(
        (portion) => `${portion.policy}/${portion.rule}`,
      );
    expect(asked({})).toEqual(['q/r', 'ordinary/paid-absence-off']);
    expect(asked({ buyer: 'B2' })).toEqual(['ordinary/worked', 'ordinary/paid-absence-off']);
    expect(asked({ hourBasis: 'paid' })).toEqual(['q/r', 'ordinary/paid-absence']);
    expect(asked({})).toEqual(['q/r', 'ordinary/paid-absence-off']);
  });

  test('refuses to answer for another day of knowledge than its own', () => {
    const rulebook = rulebookOf([ordinary], '2020-09-01');
    expect(() => judgeByRulebook(rulebook, { placement, lines: [line()], knownOn: '2020-09-02' })).toThrow(RangeError);
  });
});
