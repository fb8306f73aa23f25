import type { Policy } from '@jonction/domain/hours/policy';
import { versionBehind } from '@jonction/domain/hours/winning-rule';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { givenArbitrary } from './arbitraries.ts';
import { emergency, judge, ordinary, placement, policy, rule } from './placed.ts';

const entry = { policy: 'p', rule: 'r', recordedOn: '2020-06-02' };
const first = policy({ publishedOn: '2020-02-01', rules: [rule()] });
const second = policy({ publishedOn: '2020-05-01', rules: [rule({ outcome: 'discretion' })] });

const behind = (policies: readonly Policy[], asked: Partial<typeof entry> = {}, of = placement) =>
  versionBehind(policies, { ...entry, ...asked }, of);

describe('the version behind an entry', () => {
  test('is the one known on the day of its recording', () => {
    expect(behind([first, second])).toBe(second);
    expect(behind([first, second], { recordedOn: '2020-04-30' })).toBe(first);
    expect(behind([first, second], { recordedOn: '2020-01-31' })).toBeNull();
  });

  test('is of the policy that it names, with the rule that it names', () => {
    expect(behind([ordinary, emergency], { policy: 'ordinary', rule: 'worked' })).toBe(ordinary);
    expect(behind([ordinary, emergency], { policy: 'ordinary', rule: 'telework' })).toBeNull();
    expect(behind([ordinary], { policy: 'none', rule: 'no-rule' })).toBeNull();
  });

  test('is of the narrowest scope that covers the hire', () => {
    const wide = policy({ scope: { level: 'structure', id: 'S1' }, rules: [rule()] });
    const elsewhere = policy({ scope: { level: 'contract', id: 'C2' }, rules: [rule()] });
    expect(behind([wide, first, elsewhere])).toBe(first);
    expect(behind([wide, first, elsewhere], {}, { ...placement, contract: 'C9' })).toBe(wide);
  });

  test('is found for every hour that a policy judged', () => {
    fc.assert(
      fc.property(givenArbitrary, (given) => {
        for (const { policy: named, rule: of } of judge(given).portions) {
          if (named === null || of === null || named === 'none') continue;
          const asked = { policy: named, rule: of, recordedOn: given.knownOn };
          expect(versionBehind(given.policies, asked, given.placement)?.id).toBe(named);
        }
      }),
      { numRuns: 300 },
    );
  });
});
