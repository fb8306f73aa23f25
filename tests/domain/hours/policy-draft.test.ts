import { type DraftContent, policyDraftSchema, versionOf } from '@jonction/domain/hours/policy-draft';
import type { PolicyDraft } from '@jonction/domain/hours/publish';
import { ruleWords } from '@jonction/domain/hours/rule-words';
import { hoursWords } from '@jonction/domain/hours/words';
import { hasSentence, joinWords, sentence } from '@jonction/domain/shared/words';
import { describe, expect, test } from 'vitest';
import { nirKey } from '../../support/fictitious-numbers.ts';
import { policy, rule } from './placed.ts';

const on = '2020-06-02';
const words = joinWords(hoursWords, ruleWords);

function draft(changes: Partial<PolicyDraft> = {}): PolicyDraft {
  const { publishedOn: _, ...rest } = policy({
    ...{ title: 'Canicule', source: 'Accord local du 2 juin 2020', rules: [rule()] },
    scope: { level: 'structure', id: 'S1' },
  });
  return { ...rest, ...changes };
}

const asked = (given: PolicyDraft, withdraws = false) => versionOf(given, { on, structure: 'S1', withdraws });

describe('the version that a draft would publish', () => {
  test('is the draft, dated', () => {
    expect(asked(draft())).toEqual({ ok: true, value: { ...draft(), publishedOn: on } });
  });

  test.each(['buyer', 'contract'] as const)('may be for a %s', (level) => {
    expect(asked(draft({ scope: { level, id: 'X1' } })).ok).toBe(true);
  });

  test.each([
    ['the whole country', { level: 'national' as const }],
    ['the whole country, named', { level: 'national' as const, id: 'FR' }],
    ['a territory', { level: 'territory' as const, id: 'T1' }],
    ['another structure', { level: 'structure' as const, id: 'S2' }],
    ['every structure', { level: 'structure' as const }],
    ['every buyer', { level: 'buyer' as const, id: null }],
  ])('is never for %s', (_whom, scope) => {
    expect(asked(draft({ scope }))).toMatchObject({ refusal: { code: 'hours.policy_scope_not_yours' } });
  });

  test('has no empty table, unless it withdraws', () => {
    expect(asked(draft({ rules: [] }))).toMatchObject({ refusal: { code: 'hours.policy_without_rule' } });
    expect(asked(draft({ rules: [] }), true)).toEqual({
      ok: true,
      value: { ...draft({ rules: [] }), publishedOn: on },
    });
  });

  test('has a name for each of its rows', () => {
    const rules = [rule(), rule({ id: ' ' })];
    expect(asked(draft({ rules }))).toMatchObject({ refusal: { code: 'hours.policy_rule_unnamed' } });
  });

  test.each([
    [{ title: '' }, 'hours.policy_untitled'],
    [{ source: '' }, 'hours.policy_without_source'],
    [{ validFrom: '2020-06-02', validTo: '2020-06-01' }, 'hours.policy_dates_reversed'],
    [{ rules: [rule(), rule()] }, 'hours.policy_rule_repeated'],
    [{ rules: [rule({ kinds: [] })] }, 'hours.policy_rule_without_kind'],
  ])('is refused what publishing refuses: %j', (changes, code) => {
    const refused = asked(draft(changes));
    expect(refused).toMatchObject({ refusal: { code } });
    if (refused.ok) return;
    expect(hasSentence(words, code)).toBe(true);
    expect(sentence(words, 'fr', code, refused.refusal.facts)).not.toMatch(/[{}]/);
  });
});

const nir = `180052A004001${nirKey('180052A004001')}`;

describe('what the decision table may send', () => {
  const content: DraftContent = {
    title: 'Canicule',
    source: 'Accord local',
    note: null,
    scope: { level: 'structure', id: 'S1' },
    validFrom: null,
    validTo: null,
    rules: [rule()],
  };

  test('is kept unfinished: no title, no source, no row, a row without a name', () => {
    expect(policyDraftSchema.parse({ ...content, title: ' ', source: '', rules: [] })).toMatchObject({ title: '' });
    expect(policyDraftSchema.parse({ ...content, rules: [rule({ id: ' ' })] }).rules[0]?.id).toBe('');
    expect(policyDraftSchema.parse({ ...content, rules: [rule({ id: ' sur\r\nplace\t\u001f ' })] }).rules[0]?.id).toBe(
      'sur place',
    );
  });

  test.each([
    ['a title of 161 letters', { title: 'x'.repeat(161) }],
    ['a source of 401 letters', { source: 'x'.repeat(401) }],
    ['41 rows', { rules: Array.from({ length: 41 }, (_, at) => rule({ id: `r${at}` })) }],
    ['a day that is none', { validFrom: '2020-02-30' }],
    ['a cap below nothing', { rules: [rule({ creditedCapPerWeek: -1 })] }],
    ['a cap that is no whole number of hundredths', { rules: [rule({ creditedCapPerWeek: 0.5 })] }],
    ['a person’s number in its note', { note: `Pour ${nir}` }],
    ['a person’s number in its source', { source: nir }],
    ['a person’s number in its title', { title: nir }],
    ['a scope without anybody', { scope: { level: 'buyer', id: '' } }],
  ])('is not %s', (_what, changes) => {
    expect(policyDraftSchema.safeParse({ ...content, ...changes }).success).toBe(false);
  });
});
