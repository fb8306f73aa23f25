import type { Policy } from '@jonction/domain/hours/policy';
import { policySchema } from '@jonction/domain/hours/policy';
import { adoptionOf, type PolicyDraft, publishPolicy, withdrawalOf } from '@jonction/domain/hours/publish';
import { describe, expect, test } from 'vitest';
import { builtIn, emergency, judge, ordinary, outcomeOf, placement, policy, rule, sickLine } from './placed.ts';

const today = '2020-06-02';

function draft(changes: Partial<PolicyDraft> = {}): PolicyDraft {
  const { publishedOn: _, ...rest } = policy({ title: 'Canicule', source: 'Accord local du 2 juin 2020' });
  return { ...rest, ...changes };
}

function published(given: PolicyDraft, day = today): Policy {
  const decision = publishPolicy(given, day);
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.value;
}

describe('publishing a policy', () => {
  test('dates it of the day', () => {
    expect(publishPolicy(draft(), today)).toEqual({ ok: true, value: { ...draft(), publishedOn: today } });
  });

  test('lets it be open at both ends, and judge days long past', () => {
    expect(publishPolicy(draft({ validFrom: null, validTo: null }), today)).toMatchObject({ ok: true });
    expect(publishPolicy(draft({ validFrom: '2019-01-01', validTo: '2019-01-01' }), today)).toMatchObject({ ok: true });
  });

  test.each([
    ['no title', { title: undefined }, 'hours.policy_untitled', {}],
    ['a blank title', { title: ' ' }, 'hours.policy_untitled', {}],
    ['no source', { source: undefined }, 'hours.policy_without_source', {}],
    ['a blank source', { source: '\t' }, 'hours.policy_without_source', {}],
    [
      'dates reversed',
      { validFrom: '2020-06-30', validTo: '2020-06-01' },
      'hours.policy_dates_reversed',
      { from: '2020-06-30', to: '2020-06-01' },
    ],
    [
      'two rules of one id',
      { rules: [rule(), rule({ kinds: ['telework'] })] },
      'hours.policy_rule_repeated',
      { rule: 'r' },
    ],
    ['a rule without a kind', { rules: [rule({ kinds: [] })] }, 'hours.policy_rule_without_kind', { rule: 'r' }],
    [
      'a national scope that names somebody',
      { scope: { level: 'national' as const, id: 'FR' } },
      'hours.policy_national_with_id',
      {},
    ],
  ])('refuses %s', (_, wrong, code, facts) => {
    expect(publishPolicy(draft(wrong), today)).toEqual({ ok: false, refusal: { code, facts } });
  });

  test('takes every built-in policy as it is', () => {
    for (const id of ['ordinary', 'emergency-2020', 'emergency-2020-more']) {
      const { publishedOn: _, ...rest } = builtIn(id);
      expect(publishPolicy(rest, today)).toMatchObject({ ok: true });
    }
  });
});

describe('withdrawing a policy', () => {
  test('is publishing its id and scope again without rules', () => {
    const { publishedOn: _, ...rest } = emergency;
    expect(withdrawalOf(emergency)).toEqual({ ...rest, rules: [] });
    expect(publishPolicy(withdrawalOf(emergency), today)).toMatchObject({ ok: true });
  });

  test('gives the days back to the other policies from the day it is known', () => {
    const policies = [ordinary, emergency, published(withdrawalOf(emergency))];
    const lines = [sickLine()];
    expect(outcomeOf({ policies, lines, knownOn: '2020-06-01' })).toEqual([
      'a 2020-04-06..2020-04-10 3500 pending emergency-2020/sick-ss decision-needed',
    ]);
    expect(outcomeOf({ policies, lines, knownOn: '2020-06-02' })).toEqual([
      'a 2020-04-06..2020-04-10 3500 rejected ordinary/absence',
    ]);
  });

  test('may be undone by publishing the rules again', () => {
    const withdrawn = published(withdrawalOf(emergency));
    const { publishedOn: _, ...rest } = emergency;
    const back = published(rest, '2020-06-10');
    const policies = [ordinary, emergency, withdrawn, back];
    expect(judge({ policies, lines: [sickLine()], knownOn: '2020-06-09' }).totals.rejected).toBe(3500);
    expect(judge({ policies, lines: [sickLine()], knownOn: '2020-06-10' }).totals.pending).toBe(3500);
  });
});

describe('adopting a built-in', () => {
  const early = builtIn('emergency-2020-early');
  const adopted = published(adoptionOf(early, 'S1'));
  const lines = [sickLine({ from: '2020-03-19', to: '2020-03-20', centihours: 1400 })];

  test('keeps its id, its days and its rules, and puts the structure in its scope', () => {
    expect(adopted).toEqual({ ...early, scope: { level: 'structure', id: 'S1' }, publishedOn: today });
    expect(policySchema.parse(adopted)).toEqual(adopted);
  });

  test('judges that structure’s placements from that day on, and nobody else’s', () => {
    const policies = [ordinary, adopted];
    const waiting = ['a 2020-03-19..2020-03-20 1400 pending emergency-2020-early/sick-ss decision-needed'];
    const absent = ['a 2020-03-19..2020-03-20 1400 rejected ordinary/absence'];
    expect(outcomeOf({ policies, lines, knownOn: today })).toEqual(waiting);
    expect(outcomeOf({ policies, lines, knownOn: '2020-06-01' })).toEqual(absent);
    expect(outcomeOf({ policies, lines, placement: { ...placement, structure: 'S2' } })).toEqual(absent);
  });

  test('leaves the built-in itself as it was', () => {
    expect(early.scope).toEqual({ level: 'structure' });
    expect(early.publishedOn).toBe('2020-04-16');
  });
});

describe('the shape of a policy', () => {
  test('does without title, source and note, as an old or imported one may', () => {
    expect(policySchema.safeParse(policy()).success).toBe(true);
  });

  test.each([
    ['a level that does not exist', { scope: { level: 'region' } }],
    ['an empty scope id', { scope: { level: 'buyer', id: '' } }],
    ['no day of publication', { publishedOn: undefined }],
    ['an outcome that does not exist', { rules: [{ ...rule(), outcome: 'perhaps' }] }],
    ['a negative cap', { rules: [rule({ creditedCapPerWeek: -1 })] }],
    ['a cap with a fraction of a hundredth', { rules: [rule({ creditedCapPerWeek: 35.5 })] }],
    ['a kind that nobody declares', { rules: [{ ...rule(), kinds: ['holiday'] }] }],
    ['a basis that does not exist', { rules: [{ ...rule(), hourBasis: 'declared' }] }],
  ])('refuses %s', (_, wrong) => {
    expect(policySchema.safeParse({ ...policy(), ...wrong }).success).toBe(false);
  });
});
