import { builtInPolicies } from '@jonction/domain/hours/policies/built-in';
import { describe, expect, it } from 'vitest';
import { policyNote, policySource, policyTitle, ruleName } from '../../apps/web/src/lib/hours/outcome.ts';

describe('the name of a rule', () => {
  it('is ours for a rule of ours', () => {
    const rule = { policy: 'emergency-2020', rule: 'sick-ss' };
    expect(ruleName(rule, ['sick_leave'], 'en')).toBe('Sick leave paid by the social security: may be validated');
    expect(ruleName({ policy: 'none', rule: 'no-rule' }, [], 'fr')).toMatch(/^Aucune règle/);
  });

  it('is its kinds of hours for a rule that a structure wrote, never its id, even one that we also use', () => {
    for (const rule of ['bad-weather', 'absence']) {
      const said = ruleName({ policy: 'usage-du-val', rule }, ['bad_weather', 'sick_leave'], 'fr');
      expect(said).toBe('Intempéries, arrêt maladie (règle propre à la structure)');
    }
    expect(ruleName({ policy: 'usage-du-val', rule: 'x' }, ['bad_weather'], 'en')).toMatch(/^Bad weather/);
  });
});

describe('the source and note of a policy', () => {
  it.each(Object.values(builtInPolicies))(
    'are in English too where they are ours: $id',
    ({ id, title, source, note }) => {
      for (const [ours, english] of [
        [source ?? '', policySource(id, source ?? '', 'en')],
        [note ?? '', policyNote(id, note ?? '', 'en')],
        [title ?? '', policyTitle(id, title ?? null, 'en')],
      ]) {
        expect(english).not.toBe('');
        expect(english).not.toBe(ours);
      }
      expect(policySource(id, source ?? '', 'fr').replaceAll(/\s/g, ' ')).toBe(source?.replaceAll(/\s/g, ' '));
    },
  );

  it('stay as a structure wrote them, even under an id of ours', () => {
    expect(policySource('ordinary', 'Délibération du 3 mars', 'en')).toBe('Délibération du 3 mars');
    expect(policyTitle('usage', 'Usage du Val', 'en')).toBe('Usage du Val');
  });
});
