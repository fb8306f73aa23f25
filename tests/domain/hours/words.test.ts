import { hourKinds, hourPayers, knownEvidence } from '@jonction/domain/hours/line';
import { checkReasons, hourStatuses, ruleReasons } from '@jonction/domain/hours/outcome';
import { builtInPolicies } from '@jonction/domain/hours/policies/built-in';
import { policyWords } from '@jonction/domain/hours/policies/policy-words';
import { hourBases, ruleOutcomes, scopeLevels } from '@jonction/domain/hours/policy';
import { hourWarningCodes } from '@jonction/domain/hours/warnings';
import { hoursWords } from '@jonction/domain/hours/words';
import { hasSentence, sentence, translate } from '@jonction/domain/shared/words';
import { describe, expect, test } from 'vitest';

const lists = {
  kind: hourKinds,
  payer: hourPayers,
  evidence: knownEvidence,
  status: hourStatuses,
  reason: [...checkReasons, ...ruleReasons],
  warning: hourWarningCodes,
  outcome: ruleOutcomes,
  scope: scopeLevels,
  basis: hourBases,
};

describe.each(Object.entries(lists))('every %s', (list, codes) => {
  test.each(codes)('%s has its words in both languages', (code) => {
    expect(hasSentence(hoursWords, `hours.${list}.${code}`)).toBe(true);
    expect(sentence(hoursWords, 'en', `hours.${list}.${code}`)).not.toBe(`hours.${list}.${code}`);
  });

  test('has words of its own: no two read alike', () => {
    const french = codes.map((code) => sentence(hoursWords, 'fr', `hours.${list}.${code}`));
    expect(new Set(french).size).toBe(codes.length);
  });
});

test('kinds read as on the declaration sheet', () => {
  expect(hourKinds.map((kind) => translate(hoursWords, 'fr', `hours.kind.${kind}`))).toEqual([
    'travail sur site',
    'télétravail',
    'formation',
    'congés payés',
    'jour férié',
    'arrêt maladie',
    'garde d’enfant',
    'personne vulnérable',
    'accident du travail',
    'intempéries',
    'chômage partiel',
    'chômage partiel avec formation',
    'absence non payée',
    'stage',
  ]);
});

describe('the built-in policies', () => {
  const policies = Object.values(builtInPolicies);

  test.each(policies)('$id reads in French as its title', (policy) => {
    expect(policyWords.fr[`hours.policy.${policy.id}` as keyof typeof policyWords.fr]).toBe(policy.title);
    expect(hasSentence(policyWords, `hours.policy.${policy.id}`)).toBe(true);
  });

  test.each([...new Set(policies.flatMap((policy) => policy.rules.map((rule) => rule.id)))])(
    'rule %s has its words',
    (id) => {
      expect(hasSentence(policyWords, `hours.rule.${id}`)).toBe(true);
    },
  );

  test('the want of a rule has its words too', () => {
    expect(hasSentence(policyWords, 'hours.policy.none')).toBe(true);
    expect(hasSentence(policyWords, 'hours.rule.no-rule')).toBe(true);
  });
});

describe('a refusal', () => {
  test.each([
    'hours.from_after_to',
    'hours.negative_hours',
    'hours.decision_without_reason',
    'hours.decision_dates_reversed',
    'hours.policy_untitled',
    'hours.policy_without_source',
    'hours.policy_dates_reversed',
    'hours.policy_rule_repeated',
    'hours.policy_rule_without_kind',
    'hours.policy_national_with_id',
  ])('%s is a sentence in both languages', (code) => {
    expect(sentence(hoursWords, 'fr', code)).toMatch(/^[A-ZÀ-Ý].*\.$/u);
    expect(sentence(hoursWords, 'en', code)).toMatch(/^[A-Z].*\.$/u);
  });

  test('says the days and the hours as people write them', () => {
    const facts = { from: '2020-02-04', to: '2020-02-03' };
    expect(sentence(hoursWords, 'fr', 'hours.from_after_to', facts)).not.toContain('2020-02-04');
    expect(sentence(hoursWords, 'fr', 'hours.negative_hours', { centihours: -750 })).toMatch(/7,5/);
    expect(sentence(hoursWords, 'en', 'hours.negative_hours', { centihours: -750 })).toMatch(/7\.5/);
  });
});
