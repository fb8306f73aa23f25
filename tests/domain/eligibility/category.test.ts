import { categories, categoryOf, paris2021Set } from '@jonction/domain/eligibility/categories';
import {
  type CategorySet,
  categoryFamilies,
  categorySetOn,
  categorySetSchema,
} from '@jonction/domain/eligibility/category';
import { acceptedCategorySchema, eligibleOnDay } from '@jonction/domain/eligibility/eligible-on-day';
import { eligibilityWords } from '@jonction/domain/eligibility/words';
import { hasSentence } from '@jonction/domain/shared/words';
import { describe, expect, it } from 'vitest';

describe('the categories that come with the product', () => {
  it('have distinct codes and labels, in both languages, a proof and a source', () => {
    expect(new Set(categories.map(({ code }) => code)).size).toBe(categories.length);
    for (const locale of ['fr', 'en'] as const) {
      expect(new Set(categories.map(({ label }) => label[locale])).size).toBe(categories.length);
    }
    for (const category of categories) {
      expect(category.proof).not.toBe('');
      expect(category.source).not.toBe('');
      expect(categoryFamilies).toContain(category.family);
      expect(acceptedCategorySchema.safeParse(category).success).toBe(true);
    }
  });

  it.each([
    { code: 'DELD', freshMonths: 3 },
    { code: 'DETLD', freshMonths: 3 },
    { code: 'RSA', freshMonths: 3 },
    { code: 'ASS', freshMonths: 3 },
    { code: 'AAH', freshMonths: 3 },
    { code: 'SENIOR', freshMonths: 3, ageFrom: 50 },
    { code: 'JEUNE_SQ', freshMonths: 3, ageUnder: 26 },
    { code: 'JEUNE_DIP', freshMonths: 3, ageUnder: 26 },
    { code: 'QPV', freshMonths: 6 },
    { code: 'SPIP', freshMonths: 6 },
    { code: 'FLE', freshMonths: 6 },
    { code: 'MOBILITE', freshMonths: 6 },
    { code: 'ASE', freshMonths: 12 },
    { code: 'PARENT_ISOLE', freshMonths: 3 },
    { code: 'TH' },
    { code: 'REF' },
    { code: 'INVAL' },
    { code: 'AVIS' },
  ])('$code holds for $freshMonths months, from $ageFrom, under $ageUnder', ({ code, ...facts }) => {
    const category = categoryOf(code);
    expect(category?.freshMonths).toBe(facts.freshMonths);
    expect(category?.ageFrom).toBe(facts.ageFrom);
    expect(category?.ageUnder).toBe(facts.ageUnder);
  });

  it('tell who is accompanied from who meets a criterion', () => {
    expect(categoryOf('GEIQ')?.family).toBe('accompanied');
    expect(categoryOf('IAE_ETTI')?.family).toBe('accompanied');
    expect(categoryOf('RSA')?.family).toBe('criterion');
    for (const family of categoryFamilies)
      expect(hasSentence(eligibilityWords, `eligibility.family_${family}`)).toBe(true);
  });

  it('know nothing of a code that a structure invents', () => {
    expect(categoryOf('SOMETHING_ELSE')).toBeNull();
    expect(categoryOf('constructor')).toBeNull();
  });
});

describe('the set of Paris 2021', () => {
  it('is well formed and holds categories of ours only', () => {
    expect(categorySetSchema.parse(paris2021Set)).toEqual(paris2021Set);
    for (const { code } of paris2021Set.categories) expect(categoryOf(code)).not.toBeNull();
  });

  it('takes freshness and ages from the table', () => {
    expect(paris2021Set.categories.find(({ code }) => code === 'JEUNE_SQ')).toEqual({
      code: 'JEUNE_SQ',
      freshMonths: 3,
      ageFrom: null,
      ageUnder: 26,
    });
  });

  it('does not take the lists of other territories', () => {
    const codes = paris2021Set.categories.map(({ code }) => code);
    for (const code of ['JEUNE_DIP', 'AI', 'ZRR', 'PARENT_ISOLE']) expect(codes).not.toContain(code);
  });

  it('answers who is eligible', () => {
    const question = { day: '2021-06-01', categories: paris2021Set.categories, birthDate: '1970-01-01' };
    const evidences = [
      { category: 'SENIOR', issuedOn: '2021-05-01' },
      { category: 'DELD', issuedOn: '2021-03-01' },
      { category: 'ZRR', issuedOn: '2021-05-01' },
    ];
    expect(eligibleOnDay({ ...question, evidences })).toEqual({ eligible: true, categories: ['DELD', 'SENIOR'] });
  });
});

describe('the set of a clause on a day', () => {
  const dated = (id: string, validFrom: string | null, validTo: string | null): CategorySet => ({
    ...paris2021Set,
    id,
    validFrom,
    validTo,
  });
  const sets = [dated('first', '2020-01-01', '2020-12-31'), dated('second', '2021-01-01', null)];

  it.each([
    { day: '2019-12-31', id: undefined },
    { day: '2020-01-01', id: 'first' },
    { day: '2020-12-31', id: 'first' },
    { day: '2021-01-01', id: 'second' },
    { day: '2035-01-01', id: 'second' },
  ])('on $day is $id', ({ day, id }) => {
    expect(categorySetOn(sets, day)?.id).toBe(id);
    expect(categorySetOn([...sets].reverse(), day)?.id).toBe(id);
  });

  it('is the latest begun of two that cover the day', () => {
    const both = [dated('new', '2021-01-01', null), dated('old', null, null)];
    expect(categorySetOn(both, '2022-01-01')?.id).toBe('new');
    expect(categorySetOn(both, '2020-01-01')?.id).toBe('old');
  });

  it('is the later given of two that begin on the same day', () => {
    expect(categorySetOn([dated('a', '2021-01-01', null), dated('b', '2021-01-01', null)], '2021-01-01')?.id).toBe('b');
  });

  it('is none where there is none', () => {
    expect(categorySetOn([], '2021-01-01')).toBeNull();
  });
});
