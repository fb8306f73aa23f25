import { judgeHours } from '@jonction/domain/hours/judge';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { givenArbitrary } from './arbitraries.ts';
import { type Given, oracleJudge } from './oracle.ts';
import { asSet } from './portions.ts';

const runs = Number(process.env.FC_RUNS ?? 400);

function compare(given: Given): void {
  const judged = judgeHours(given);
  const expected = oracleJudge(given);
  expect({ ...judged, portions: asSet(judged.portions) }).toEqual({ ...expected, portions: asSet(expected.portions) });
}

test('agrees with the rules written a second time, on anything that may be given', () => {
  fc.assert(fc.property(givenArbitrary, compare), { numRuns: runs });
});

test('agrees with them where every line is a capped credit that somebody decided on', () => {
  const crowded = givenArbitrary.map((given) => ({
    ...given,
    placement: { ...given.placement, from: null, to: null, eligibleFrom: null, eligibleTo: null },
    contractEvents: undefined,
    elsewhere: undefined,
    knownOn: '2020-09-01',
    lines: given.lines.map((line) => ({
      ...line,
      kind: 'sick_leave' as const,
      payer: 'social_security' as const,
      evidence: ['benefit_statement'],
    })),
  }));
  fc.assert(fc.property(crowded, compare), { numRuns: runs });
});
