import { criteria } from '@jonction/domain/matching/criterion';
import { checkableFacts, exclusionReasons } from '@jonction/domain/matching/exclusion';
import { occupationTiers } from '@jonction/domain/matching/occupation';
import { matchingWords } from '@jonction/domain/matching/words';
import { locales } from '@jonction/domain/shared/locale';
import { hasSentence } from '@jonction/domain/shared/words';
import { describe, expect, it } from 'vitest';

describe('the words of matching', () => {
  it.each([
    ...exclusionReasons.map((reason) => `matching.excluded_${reason}`),
    ...checkableFacts.map((fact) => `matching.check_${fact}`),
    ...criteria.map((criterion) => `matching.criterion_${criterion}`),
    ...occupationTiers.map((tier) => `matching.tier_${tier}`),
  ])('say %s', (key) => {
    expect(hasSentence(matchingWords, key)).toBe(true);
  });

  it('are all there in both languages, and none is empty', () => {
    expect(Object.keys(matchingWords.en).sort()).toEqual(Object.keys(matchingWords.fr).sort());
    for (const locale of locales) {
      for (const entry of Object.values(matchingWords[locale])) {
        for (const text of typeof entry === 'string' ? [entry] : Object.values(entry)) expect(text).not.toBe('');
      }
    }
  });

  it('never name a category, a benefit or a handicap', () => {
    expect(JSON.stringify(matchingWords)).not.toMatch(/RSA|RQTH|handicap|réfugié|quartier|allocat/i);
  });
});
