import {
  cefrLevels,
  cefrOfFrench,
  frenchLevelOf,
  frenchScale,
  languageName,
  languages,
} from '@jonction/domain/reference/language';
import { describe, expect, it } from 'vitest';

describe('the scale of French', () => {
  it.each([
    { level: 'A0', value: 0 },
    { level: 'A1', value: 1 },
    { level: 'A2', value: 2 },
    { level: 'B1', value: 3 },
    { level: 'B2', value: 4 },
    { level: 'C1', value: 5 },
    { level: 'C2', value: 6 },
  ] as const)('puts $level at $value, and back', ({ level, value }) => {
    expect(frenchLevelOf(level)).toBe(value);
    expect(cefrOfFrench(value)).toBe(level);
  });

  it('holds the six levels of the framework after A0', () => {
    expect(frenchScale).toEqual(['A0', ...cefrLevels]);
  });

  it.each([-1, 7, 2.5])('has no level %d', (value) => {
    expect(cefrOfFrench(value)).toBeNull();
  });
});

describe('the languages', () => {
  it('are some sixty, each named once in both languages', () => {
    expect(Object.keys(languages).length).toBeGreaterThanOrEqual(60);
    for (const locale of ['fr', 'en'] as const) {
      const names = Object.values(languages).map((name) => name[locale]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('have codes of two or three letters, the shortest that the standard gives', () => {
    for (const code of Object.keys(languages)) {
      expect(code).toMatch(/^[a-z]{2,3}$/);
      // The runtime turns a three-letter code that has a two-letter one into it.
      if (code.length === 3) expect(Intl.getCanonicalLocales(code)[0]).not.toMatch(/^[a-z]{2}$/);
    }
  });

  it.each([
    { code: 'ar', fr: 'arabe', en: 'Arabic' },
    { code: 'prs', fr: 'dari', en: 'Dari' },
    { code: 'ber', fr: 'berbère', en: 'Berber' },
    { code: 'xx', fr: 'xx', en: 'xx' },
    { code: 'constructor', fr: 'constructor', en: 'constructor' },
  ])('$code is called "$fr"', ({ code, fr, en }) => {
    expect(languageName(code)).toBe(fr);
    expect(languageName(code, 'en')).toBe(en);
  });

  it('are named as the runtime names them, for most', () => {
    const french = new Intl.DisplayNames('fr', { type: 'language' });
    const same = Object.entries(languages).filter(([code, { fr }]) => french.of(code) === fr);
    expect(same.length).toBeGreaterThan(Object.keys(languages).length * 0.85);
  });
});
