import { hourKinds, hourPayers } from '@jonction/domain/hours/line';
import { builtInPolicies } from '@jonction/domain/hours/policies/built-in';
import { hourBases, ruleOutcomes } from '@jonction/domain/hours/policy';
import { evidenceWord, kindsSentence, ruleSentence } from '@jonction/domain/hours/rule-sentence';
import { locales } from '@jonction/domain/shared/locale';
import { describe, expect, test } from 'vitest';
import { emergency, ordinary, rule } from './placed.ts';

/** Spaces as typed: what joins a colon to its word is another test's. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const french = (given: Parameters<typeof rule>[0]) => plain(ruleSentence(rule(given), 'fr'));

describe('a row of a decision table in words', () => {
  test('reads as it judges', () => {
    expect(emergency.rules.map((one) => plain(ruleSentence(one, 'fr')))).toEqual([
      'télétravail : valide, sur attestation employeur',
      'garde d’enfant, payé par la Sécurité sociale : peut valider (à décider), sur relevé d’indemnités, 35 h par semaine au plus',
      'garde d’enfant, payé par l’activité partielle : ne valide pas',
      'arrêt maladie, payé par la Sécurité sociale : peut valider (à décider), sur relevé d’indemnités, 35 h par semaine au plus',
      'chômage partiel : ne valide pas',
    ]);
  });

  test('names the contracts that it is for', () => {
    expect(french({ kinds: ['paid_leave', 'public_holiday'], hourBasis: 'paid' })).toBe(
      'congés payés, jour férié, sur les marchés en heures payées : valide',
    );
  });

  test('gathers what the others leave', () => {
    expect(ordinary.rules.map((one) => plain(ruleSentence(one, 'fr'))).at(-1)).toBe(
      'toutes les autres natures : ne valide pas',
    );
    expect(kindsSentence(hourKinds, 'en')).toBe('every other kind');
    expect(kindsSentence([], 'fr')).toBe('');
  });

  test('says no paper and no cap of a rule that rejects: they play no part', () => {
    expect(french({ outcome: 'reject', evidence: ['benefit_statement'], creditedCapPerWeek: 3500 })).toBe(
      'formation : ne valide pas',
    );
  });

  test('says a cap of nothing, and several papers', () => {
    expect(french({ creditedCapPerWeek: 0 })).toBe('formation : valide, 0 h par semaine au plus');
    expect(french({ evidence: ['employer_attestation', 'feuille signée du chef de chantier'] })).toBe(
      'formation : valide, sur attestation employeur, feuille signée du chef de chantier',
    );
  });

  test('leaves the name of a paper that is none of ours as it was written', () => {
    expect(evidenceWord('benefit_statement', 'en')).toBe('benefit statement');
    expect(evidenceWord('Bulletin de Météo-France', 'en')).toBe('Bulletin de Météo-France');
  });

  test.each(locales)('has words for every row there may be (%s)', (locale) => {
    const said = hourKinds.flatMap((kind) =>
      [null, ...hourPayers].flatMap((payer) =>
        [null, ...hourBases].flatMap((hourBasis) =>
          ruleOutcomes.map((outcome) => ruleSentence(rule({ kinds: [kind], payer, hourBasis, outcome }), locale)),
        ),
      ),
    );
    expect(new Set(said).size).toBe(said.length);
    for (const one of said) expect(one).not.toMatch(/[{}]|undefined|hours\.row/);
  });

  test('tells the rows of each policy of the product apart', () => {
    for (const { rules } of Object.values(builtInPolicies)) {
      expect(new Set(rules.map((one) => ruleSentence(one, 'fr'))).size).toBe(rules.length);
    }
  });
});
