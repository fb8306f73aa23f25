import { type CvContent, cvContentSchema } from '@jonction/domain/cv/content';
import {
  afterConfirming,
  afterWithdrawing,
  heldAfter,
  type LiveCv,
  mayBeCurrent,
  notKeptBy,
} from '@jonction/domain/cv/live';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const live = (id: string, main: string | null, traits: Partial<LiveCv> = {}): LiveCv => ({
  id,
  main,
  occupations: main === null ? [] : [main],
  current: false,
  confirmedOn: '2026-01-10',
  ...traits,
});
const cook = live('cook', 'G1602', { current: true });
const cleaner = live('cleaner', 'K2204');
const content = (given: Partial<CvContent>): CvContent => cvContentSchema.parse(given);
const code = fc.constantFrom('K2204', 'G1602', 'N4105', null);
/** CVs of one person as the base keeps them: one an occupation, one current. */
const bank = fc
  .uniqueArray(code, { minLength: 1 })
  .chain((mains) =>
    fc
      .integer({ min: 0, max: mains.length - 1 })
      .map((place) => mains.map((main, index) => live(`cv-${index}`, main, { current: index === place }))),
  );

describe('confirming a CV', () => {
  it('takes the place of the one for the same occupation, and of no other', () => {
    expect(afterConfirming({ id: 'new', main: 'K2204', first: true }, [cook, cleaner])).toEqual({
      replaced: ['cleaner'],
      current: 'new',
    });
  });

  it('leaves the others where they are when it is for one more occupation', () => {
    expect(afterConfirming({ id: 'new', main: 'N4105', first: true }, [cook, cleaner]).replaced).toEqual([]);
  });

  it('makes it current the first time, and moves nothing when it is only corrected', () => {
    expect(afterConfirming({ id: 'new', main: 'N4105', first: true }, [cook]).current).toBe('new');
    expect(afterConfirming({ id: 'cleaner', main: 'K2204', first: false }, [cook, cleaner]).current).toBe('cook');
    expect(afterConfirming({ id: 'cook', main: 'G1602', first: false }, [cook, cleaner]).current).toBe('cook');
  });

  it('takes over as current when the correction moves it onto the occupation of the current one', () => {
    expect(afterConfirming({ id: 'cleaner', main: 'G1602', first: false }, [cook, cleaner])).toEqual({
      replaced: ['cook'],
      current: 'cleaner',
    });
  });

  it('takes two CVs for no occupation as two for the same', () => {
    const plain = live('plain', null, { current: true });
    expect(afterConfirming({ id: 'new', main: null, first: true }, [plain]).replaced).toEqual(['plain']);
  });

  it('leaves one CV an occupation and exactly one current among those that stay', () => {
    fc.assert(
      fc.property(bank, code, fc.boolean(), fc.nat(5), (cvs, main, first, place) => {
        const id = first ? 'new' : (cvs[place % cvs.length]?.id ?? 'new');
        const after = afterConfirming({ id, main, first }, cvs);
        const stay = [...cvs.filter((cv) => cv.id !== id && !after.replaced.includes(cv.id)), live(id, main)];
        expect(new Set(stay.map((cv) => cv.main)).size).toBe(stay.length);
        expect(stay.map((cv) => cv.id)).toContain(after.current);
        expect(after.replaced).not.toContain(id);
      }),
    );
  });
});

describe('withdrawing a CV', () => {
  it('moves nothing else when it was not the current one', () => {
    expect(afterWithdrawing('cleaner', [cook, cleaner])).toEqual({ ok: true, value: { current: 'cook' } });
  });

  it('leaves the last confirmed of the others current', () => {
    const driver = live('driver', 'N4105', { confirmedOn: '2026-02-01' });
    expect(afterWithdrawing('cook', [cook, cleaner, driver])).toEqual({ ok: true, value: { current: 'driver' } });
  });

  it('leaves none when it was the only one', () => {
    expect(afterWithdrawing('cook', [cook])).toEqual({ ok: true, value: { current: null } });
  });

  it('refuses one that is not shown', () => {
    expect(afterWithdrawing('else', [cook])).toMatchObject({ ok: false, refusal: { code: 'cv.not_live' } });
  });

  it('never leaves the one withdrawn current', () => {
    fc.assert(
      fc.property(bank, fc.nat(5), (cvs, place) => {
        const id = cvs[place % cvs.length]?.id ?? '';
        const after = afterWithdrawing(id, cvs);
        expect(after.ok && after.value.current).not.toBe(id);
        expect(after.ok && after.value.current === null).toBe(cvs.length === 1);
      }),
    );
  });
});

describe('the current CV', () => {
  it('is one of those that may be shown', () => {
    expect(mayBeCurrent('cleaner', [cook, cleaner])).toEqual({ ok: true, value: 'cleaner' });
    expect(mayBeCurrent('proposed', [cook, cleaner])).toMatchObject({ refusal: { code: 'cv.not_live' } });
    expect(mayBeCurrent('cook', [])).toMatchObject({ refusal: { code: 'cv.not_live' } });
  });
});

describe('what a person can do', () => {
  const cleaning = content({
    occupations: [{ code: 'K2204', months: 24 }],
    skills: [{ skill: 'monobrosse', label: 'monobrosse' }],
    licences: ['B'],
    languages: [{ code: 'fr', level: 'B1', levelText: null }],
  });
  const cooking = content({
    occupations: [
      { code: 'G1602', months: 6 },
      { code: 'K2204', months: 30 },
    ],
    skills: [
      { skill: 'haccp', label: 'HACCP' },
      { skill: 'monobrosse', label: 'Monobrosse' },
    ],
    licences: ['haccp'],
    languages: [{ code: 'fr', level: 'A2', levelText: null }],
  });

  it('adds up from CV to CV, that of the last one first, the longest time of each occupation', () => {
    expect(heldAfter(cleaning, [cooking])).toEqual({
      occupations: [
        { code: 'K2204', months: 30 },
        { code: 'G1602', months: 6 },
      ],
      skills: [
        { skill: 'monobrosse', label: 'monobrosse' },
        { skill: 'haccp', label: 'HACCP' },
      ],
      licences: ['B'],
      languages: [{ code: 'fr', level: 'B1', levelText: null }],
    });
  });

  it('is what the only CV says when there is no other', () => {
    const { occupations, skills, licences, languages } = cooking;
    expect(heldAfter(cooking, [])).toEqual({ occupations, skills, licences, languages });
  });

  it('takes licences and languages from the last confirmation alone: a licence that ran out is gone', () => {
    expect(heldAfter(cleaning, [cooking]).licences).toEqual(['B']);
    expect(heldAfter(content({}), [cooking]).languages).toEqual([]);
  });

  it('is offered in the review of another CV only where none of the others keeps it', () => {
    const record = { ...heldAfter(cleaning, [cooking]), note: 'kept' };
    expect(notKeptBy([cooking], record)).toEqual({ ...record, occupations: [], skills: [] });
    expect(notKeptBy([cleaning], record)).toMatchObject({ occupations: [{ code: 'G1602', months: 6 }] });
    expect(notKeptBy([], record)).toEqual(record);
  });

  it('loses nothing by a review that is confirmed as it opens', () => {
    const held = fc.uniqueArray(fc.constantFrom('K2204', 'G1602', 'N4105', 'F1704'), { maxLength: 4 });
    fc.assert(
      fc.property(held, held, (record, other) => {
        const of = (codes: string[]) => content({ occupations: codes.map((one) => ({ code: one, months: 3 })) });
        const others = [of(other)];
        const before = of([...new Set([...record, ...other])]);
        const offered = notKeptBy(others, before);
        const after = heldAfter(content({ occupations: offered.occupations }), others);
        expect(new Set(after.occupations.map((one) => one.code))).toEqual(new Set([...record, ...other]));
      }),
    );
  });
});
