import { hourKinds } from '@jonction/domain/hours/line';
import { builtInPolicies, inForceFromTheStart } from '@jonction/domain/hours/policies/built-in';
import { policySchema } from '@jonction/domain/hours/policy';
import { describe, expect, test } from 'vitest';
import { builtIn, decision, emergency, line, ordinary, outcomeOf, placement, sickLine } from './placed.ts';

describe('the built-in policies', () => {
  test('are five, of which two are in force from the start', () => {
    expect(Object.keys(builtInPolicies)).toEqual([
      'ordinary',
      'emergency-2020',
      'emergency-2020-more',
      'emergency-2020-early',
      'emergency-2020-autumn',
    ]);
    expect(inForceFromTheStart).toEqual(['ordinary', 'emergency-2020']);
  });

  test.each(Object.entries(builtInPolicies))('%s has its own id, a French title, a source and a note', (id, policy) => {
    expect(policy.id).toBe(id);
    expect(policySchema.parse(policy)).toEqual(policy);
    expect(policy.title).toMatch(/\S/);
    expect(policy.source).toMatch(/\S/);
    expect(policy.note).toMatch(/règle|lecture/i);
  });

  test.each(Object.values(builtInPolicies))('$id cannot be changed while the product runs', (policy) => {
    expect(Object.isFrozen(policy)).toBe(true);
    expect(Object.isFrozen(policy.scope)).toBe(true);
    expect(Object.isFrozen(policy.rules)).toBe(true);
    for (const rule of policy.rules) {
      expect(Object.isFrozen(rule)).toBe(true);
      expect(Object.isFrozen(rule.kinds)).toBe(true);
    }
    expect(() => Object.assign(policy, { validTo: '2030-12-31' })).toThrow(TypeError);
  });

  test.each([
    ['ordinary', 'national', '0001-01-01', null, '2000-01-01'],
    ['emergency-2020', 'structure', '2020-03-24', '2020-07-10', '2020-04-16'],
    ['emergency-2020-more', 'structure', '2020-03-24', '2020-07-10', '2020-04-16'],
    ['emergency-2020-early', 'structure', '2020-03-17', '2020-03-23', '2020-04-16'],
    ['emergency-2020-autumn', 'structure', '2020-10-17', '2021-06-01', '2020-11-02'],
  ])('%s is of level %s, from %s to %s, published on %s', (id, level, validFrom, validTo, publishedOn) => {
    expect(builtInPolicies[id]).toMatchObject({ scope: { level }, validFrom, validTo, publishedOn });
    expect(builtInPolicies[id]?.scope.id).toBeUndefined();
  });
});

describe('the ordinary policy', () => {
  const judged = (kind: (typeof hourKinds)[number], hourBasis: 'worked' | 'paid') =>
    outcomeOf({ policies: [ordinary], placement: { ...placement, hourBasis }, lines: [line({ kind })] })[0]
      ?.split(' ')
      .slice(3)
      .join(' ');

  test.each(['worked_on_site', 'telework', 'training'] as const)('validates %s', (kind) => {
    expect(judged(kind, 'worked')).toBe('validated ordinary/worked');
    expect(judged(kind, 'paid')).toBe('validated ordinary/worked');
  });

  test.each(['paid_leave', 'public_holiday'] as const)('validates %s only where paid hours count', (kind) => {
    expect(judged(kind, 'paid')).toBe('validated ordinary/paid-absence');
    expect(judged(kind, 'worked')).toBe('rejected ordinary/paid-absence-off');
  });

  const absences = hourKinds.filter(
    (kind) => !['worked_on_site', 'telework', 'training', 'paid_leave', 'public_holiday'].includes(kind),
  );
  test.each(absences)('rejects %s', (kind) => {
    expect(judged(kind, 'worked')).toBe('rejected ordinary/absence');
    expect(judged(kind, 'paid')).toBe('rejected ordinary/absence');
  });

  test('knows every kind, so that no hour is without a rule', () => {
    for (const kind of hourKinds) expect(judged(kind, 'worked')).not.toContain('no-rule');
  });

  test('holds since always', () => {
    const old = { id: 'PL0', clause: 'K5' };
    expect(
      outcomeOf({ policies: [ordinary], placement: old, lines: [line({ from: '0001-01-02', to: '0001-01-02' })] }),
    ).toEqual(['a 0001-01-02 700 validated ordinary/worked']);
  });
});

/** Judges one line of 7 h on a day by the ordinary policy and those named. */
function onDay(day: string, changes: Parameters<typeof line>[0], ...ids: string[]): string | undefined {
  const open = { ...placement, to: null, eligibleTo: null };
  const [portion] = outcomeOf({
    policies: [ordinary, ...ids.map(builtIn)],
    placement: open,
    lines: [line({ from: day, ...changes })],
    knownOn: '2022-01-01',
  });
  return portion?.split(' ').slice(3).join(' ');
}

const paidBySocialSecurity = { payer: 'social_security' as const, evidence: ['benefit_statement'] };
const sick = { kind: 'sick_leave' as const, ...paidBySocialSecurity };

describe('the four rules of the emergency of 2020', () => {
  test('telework is validated, with the attestation of the employer', () => {
    const telework = { kind: 'telework' as const, evidence: ['employer_attestation'] };
    expect(onDay('2020-04-01', telework, 'emergency-2020')).toBe('validated emergency-2020/telework');
    expect(onDay('2020-04-01', { kind: 'telework' }, 'emergency-2020')).toBe(
      'pending emergency-2020/telework evidence-missing',
    );
  });

  test('childcare leave paid by the social security may be validated', () => {
    expect(onDay('2020-04-01', { kind: 'childcare_leave', ...paidBySocialSecurity }, 'emergency-2020')).toBe(
      'pending emergency-2020/childcare-ss decision-needed',
    );
  });

  test('childcare leave paid by the partial activity scheme is not, and nothing can change that', () => {
    const childcare = line({ from: '2020-05-04', kind: 'childcare_leave', payer: 'partial_activity' });
    expect(outcomeOf({ lines: [childcare], decisions: [decision({ accept: true })] })).toEqual([
      'a 2020-05-04 700 rejected emergency-2020/childcare-partial',
    ]);
  });

  test('sick leave paid by the social security may be validated', () => {
    expect(onDay('2020-04-01', sick, 'emergency-2020')).toBe('pending emergency-2020/sick-ss decision-needed');
  });

  test('partial unemployment is not validated, whoever pays', () => {
    for (const payer of ['partial_activity', 'employer', undefined] as const) {
      expect(onDay('2020-04-01', { kind: 'partial_unemployment', payer }, 'emergency-2020')).toBe(
        'rejected emergency-2020/partial-unemployment',
      );
    }
  });

  test.each(['childcare_leave', 'sick_leave'] as const)('%s without a payer stays an ordinary absence', (kind) => {
    expect(onDay('2020-04-01', { kind, evidence: ['benefit_statement'] }, 'emergency-2020')).toBe(
      'rejected ordinary/absence',
    );
    expect(onDay('2020-04-01', { kind, payer: 'employer' }, 'emergency-2020')).toBe('rejected ordinary/absence');
  });

  test('work on site goes on by the ordinary policy', () => {
    expect(onDay('2020-04-01', {}, 'emergency-2020')).toBe('validated ordinary/worked');
  });

  test.each([
    ['2020-03-23', 'rejected ordinary/absence'],
    ['2020-03-24', 'pending emergency-2020/sick-ss decision-needed'],
    ['2020-07-10', 'pending emergency-2020/sick-ss decision-needed'],
    ['2020-07-13', 'rejected ordinary/absence'],
  ])('hold on %s: %s', (day, expected) => {
    expect(onDay(day, sick, 'emergency-2020')).toBe(expected);
  });
});

describe('what a structure may adopt', () => {
  test('more: vulnerable people, paid by the social security, wait for a decision', () => {
    const vulnerable = { kind: 'vulnerable_leave' as const, ...paidBySocialSecurity };
    expect(onDay('2020-04-01', vulnerable, 'emergency-2020')).toBe('rejected ordinary/absence');
    expect(onDay('2020-04-01', vulnerable, 'emergency-2020-more')).toBe(
      'pending emergency-2020-more/vulnerable-ss decision-needed',
    );
    expect(onDay('2020-04-01', { ...vulnerable, payer: 'partial_activity' }, 'emergency-2020-more')).toBe(
      'rejected emergency-2020-more/vulnerable-partial',
    );
    expect(onDay('2020-04-01', { ...vulnerable, evidence: [] }, 'emergency-2020-more')).toBe(
      'pending emergency-2020-more/vulnerable-ss evidence-missing',
    );
  });

  test('more: training in partial unemployment waits for a decision, without evidence and without cap', () => {
    const trained = { kind: 'partial_unemployment_training', centihours: 9000 } as const;
    expect(onDay('2020-04-01', trained, 'emergency-2020')).toBe('rejected ordinary/absence');
    expect(onDay('2020-04-01', trained, 'emergency-2020-more')).toBe(
      'pending emergency-2020-more/partial-training decision-needed',
    );
  });

  test.each([
    ['2020-03-16', 'rejected ordinary/absence'],
    ['2020-03-17', 'pending emergency-2020-early/sick-ss decision-needed'],
    ['2020-03-23', 'pending emergency-2020-early/sick-ss decision-needed'],
    ['2020-03-24', 'rejected ordinary/absence'],
  ])('early: %s is %s', (day, expected) => {
    expect(onDay(day, sick, 'emergency-2020-early')).toBe(expected);
  });

  test.each([
    ['2020-10-16', 'rejected ordinary/absence'],
    ['2020-10-19', 'pending emergency-2020-autumn/sick-ss decision-needed'],
    ['2021-06-01', 'pending emergency-2020-autumn/sick-ss decision-needed'],
    ['2021-06-02', 'rejected ordinary/absence'],
  ])('autumn: %s is %s', (day, expected) => {
    expect(onDay(day, sick, 'emergency-2020-autumn')).toBe(expected);
  });

  test('early and autumn hold the same five rules as the emergency', () => {
    const rows = emergency.rules.map((rule) => rule.id);
    expect(rows).toEqual(['telework', 'childcare-ss', 'childcare-partial', 'sick-ss', 'partial-unemployment']);
    expect(builtIn('emergency-2020-early').rules).toEqual(emergency.rules);
    expect(builtIn('emergency-2020-autumn').rules).toEqual(emergency.rules);
  });

  test('the three rules paid by the social security, and they alone, credit 35 h a week at most', () => {
    const capped = Object.values(builtInPolicies).flatMap((policy) =>
      policy.rules.filter((rule) => rule.creditedCapPerWeek !== undefined),
    );
    expect(new Set(capped.map((rule) => rule.id))).toEqual(new Set(['childcare-ss', 'sick-ss', 'vulnerable-ss']));
    expect(capped.every((rule) => rule.creditedCapPerWeek === 3500)).toBe(true);
  });

  test('a structure that narrows the emergency for itself goes by its own version', () => {
    const narrowed = {
      ...emergency,
      scope: { level: 'structure' as const, id: 'S1' },
      publishedOn: '2020-05-02',
      rules: emergency.rules.map((rule) => (rule.id === 'sick-ss' ? { ...rule, outcome: 'reject' as const } : rule)),
    };
    const policies = [ordinary, emergency, narrowed];
    const lines = [sickLine()];
    expect(outcomeOf({ policies, lines })).toEqual(['a 2020-04-06..2020-04-10 3500 rejected emergency-2020/sick-ss']);
    expect(outcomeOf({ policies, lines, placement: { ...placement, structure: 'S2' } })).toEqual([
      'a 2020-04-06..2020-04-10 3500 pending emergency-2020/sick-ss decision-needed',
    ]);
  });
});
