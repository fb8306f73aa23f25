import type { HourLine } from '@jonction/domain/hours/line';
import type { Policy } from '@jonction/domain/hours/policy';
import { type PolicyReach, reachOf, supersededBy } from '@jonction/domain/hours/policy-reach';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { givenArbitrary, policyArbitrary } from './arbitraries.ts';
import { emergency, judge, line, ordinary, policy, rule, sickLine } from './placed.ts';

const training = policy({ validFrom: '2020-03-01', validTo: '2020-03-31', rules: [rule()] });
const nobody: Policy[] = [];

function touches({ kinds, from, to }: PolicyReach, given: HourLine): boolean {
  return kinds.includes(given.kind) && (from === null || given.to >= from) && (to === null || given.from <= to);
}

describe('the version whose place another takes', () => {
  const published = (publishedOn: string, changes: Partial<Policy> = {}) => policy({ publishedOn, ...changes });

  test('is the last one published of the same policy and scope', () => {
    const known = [published('2020-01-02'), published('2020-03-02'), published('2020-02-02')];
    expect(supersededBy(published('2020-06-01'), known)).toBe(known[1]);
  });

  test('on the same day is the later given', () => {
    const known = [published('2020-01-02'), published('2020-01-02')];
    expect(supersededBy(published('2020-01-02'), known)).toBe(known[1]);
  });

  test('is none of another policy, of another scope, nor of a wider one', () => {
    const version = published('2020-06-01');
    const others = [
      published('2020-01-02', { id: 'q' }),
      published('2020-01-02', { scope: { level: 'contract', id: 'C2' } }),
      published('2020-01-02', { scope: { level: 'contract' } }),
      published('2020-01-02', { scope: { level: 'structure', id: 'C1' } }),
    ];
    expect(supersededBy(version, others)).toBeNull();
  });

  test('is none that is published after it', () => {
    expect(supersededBy(published('2020-06-01'), [published('2020-06-02')])).toBeNull();
  });

  test('is none where nothing was published', () => {
    expect(supersededBy(training, nobody)).toBeNull();
  });
});

describe('the reach of a version', () => {
  test('is its kinds and its days', () => {
    expect(reachOf(training, null)).toEqual({ kinds: ['training'], from: '2020-03-01', to: '2020-03-31' });
  });

  test('is open where its dates are', () => {
    expect(reachOf({ ...training, validFrom: null, validTo: undefined }, null)).toEqual({
      kinds: ['training'],
      from: null,
      to: null,
    });
  });

  test('names each kind once, whatever the number of rules about it', () => {
    const twice = { ...training, rules: [rule({ kinds: ['training', 'telework'] }), rule({ id: 's' })] };
    expect(reachOf(twice, null).kinds).toEqual(['training', 'telework']);
  });

  test('takes in the kinds and the days of the version that it follows', () => {
    const before = policy({
      validFrom: '2020-02-10',
      validTo: '2020-03-15',
      rules: [rule({ kinds: ['sick_leave'] })],
    });
    expect(reachOf(training, before)).toEqual({
      kinds: ['training', 'sick_leave'],
      from: '2020-02-10',
      to: '2020-03-31',
    });
    expect(reachOf(training, { ...before, validTo: null })).toMatchObject({ from: '2020-02-10', to: null });
    expect(reachOf(training, { ...before, validFrom: null })).toMatchObject({ from: null, to: '2020-03-31' });
  });

  test('of a withdrawal is that of the version withdrawn, and of nothing after nothing', () => {
    const withdrawal = { ...training, validFrom: null, validTo: null, rules: [] };
    expect(reachOf(withdrawal, training)).toEqual({ kinds: ['training'], from: '2020-03-01', to: '2020-03-31' });
    expect(reachOf(withdrawal, null)).toEqual({ kinds: [], from: null, to: null });
  });

  test('ignores a version withdrawn before', () => {
    expect(reachOf(training, { ...emergency, rules: [] })).toEqual(reachOf(training, null));
  });
});

describe('what stands outside the reach of a version', () => {
  test('is judged as before: a month of another kind, a day before its first', () => {
    const lines = [line({ id: 'site' }), sickLine({ id: 'april' })];
    const before = judge({ lines, policies: [ordinary, emergency] });
    expect(judge({ lines, policies: [ordinary, emergency, training] })).toEqual(before);
  });

  test('is judged as before, whatever the policies, the lines and the decisions', () => {
    fc.assert(
      fc.property(givenArbitrary, policyArbitrary, (given, made) => {
        const version = { ...made, publishedOn: given.knownOn };
        const reach = reachOf(version, supersededBy(version, given.policies));
        const lines = given.lines.filter((one) => !touches(reach, one));
        const before = judge({ ...given, lines });
        const after = judge({ ...given, lines, policies: [...given.policies, version] });
        expect(after).toEqual(before);
      }),
      { numRuns: 400 },
    );
  });

  test('is not all there is: within it a line may be judged otherwise', () => {
    let moved = 0;
    fc.assert(
      fc.property(givenArbitrary, policyArbitrary, (given, made) => {
        const version = { ...made, publishedOn: given.knownOn };
        const before = judge(given);
        const after = judge({ ...given, policies: [...given.policies, version] });
        if (JSON.stringify(after) !== JSON.stringify(before)) moved++;
      }),
      { numRuns: 400, seed: 20200416 },
    );
    expect(moved).toBeGreaterThan(40);
  });
});
