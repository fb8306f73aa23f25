import { describe, expect, test } from 'vitest';
import { decision, line, ordinary, outcomeOf, policy, rule } from './placed.ts';

const training = (evidence?: string[] | null) => line({ kind: 'training', evidence });

function judgedAsking(asked: string[] | null | undefined, given?: string[] | null): string | undefined {
  const [portion] = outcomeOf({
    policies: [policy({ rules: [rule({ evidence: asked })] })],
    lines: [training(given)],
  });
  return portion?.slice('a 2020-02-03 700 '.length);
}

describe('a rule that asks for evidence', () => {
  test.each([
    [['employer_attestation'], ['employer_attestation']],
    [['employer_attestation'], ['benefit_statement', 'employer_attestation']],
    [
      ['employer_attestation', 'benefit_statement'],
      ['benefit_statement', 'employer_attestation'],
    ],
    [[], []],
    [[], undefined],
    [null, null],
    [undefined, undefined],
  ])('asking %j is content with %j', (asked, given) => {
    expect(judgedAsking(asked, given)).toBe('validated p/r');
  });

  test.each([
    [['employer_attestation'], []],
    [['employer_attestation'], null],
    [['employer_attestation'], undefined],
    [['employer_attestation'], ['benefit_statement']],
    [['employer_attestation', 'benefit_statement'], ['employer_attestation']],
    [['employer_attestation', 'benefit_statement'], ['benefit_statement']],
    [['prefect_order'], ['employer_attestation']],
  ])('asking %j makes hours wait with %j', (asked, given) => {
    expect(judgedAsking(asked, given)).toBe('pending p/r evidence-missing');
  });

  test('asks for nothing when it rejects', () => {
    const never = policy({ rules: [rule({ evidence: ['employer_attestation'], outcome: 'reject' })] });
    expect(outcomeOf({ policies: [never], lines: [training()] })).toEqual(['a 2020-02-03 700 rejected p/r']);
  });

  test('asks before anybody may decide', () => {
    const may = policy({ rules: [rule({ evidence: ['benefit_statement'], outcome: 'discretion' })] });
    const decisions = [decision({ accept: true })];
    expect(outcomeOf({ policies: [may], lines: [training()], decisions })).toEqual([
      'a 2020-02-03 700 pending p/r evidence-missing',
    ]);
    expect(outcomeOf({ policies: [may], lines: [training(['benefit_statement'])], decisions })).toEqual([
      'a 2020-02-03 700 validated p/r decided',
    ]);
  });

  test('asks for what is within its cap: what is over it is rejected, proven or not', () => {
    const capped = policy({ rules: [rule({ evidence: ['benefit_statement'], creditedCapPerWeek: 500 })] });
    expect(outcomeOf({ policies: [capped], lines: [training()] })).toEqual([
      'a 2020-02-03 500 pending p/r evidence-missing',
      'a 2020-02-03 200 rejected p/r over-cap',
    ]);
  });

  test('asks each line for its own: what one proves proves nothing for another', () => {
    const asking = policy({ rules: [rule({ evidence: ['benefit_statement'] })] });
    const lines = [training(['benefit_statement']), { ...training(), id: 'b' }];
    expect(outcomeOf({ policies: [ordinary, asking], lines })).toEqual([
      'a 2020-02-03 700 validated p/r',
      'b 2020-02-03 700 pending p/r evidence-missing',
    ]);
  });
});
