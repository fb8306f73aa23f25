import { versionSchema } from '@jonction/domain/shared/field-schema';
import { greatCircleMetres } from '@jonction/domain/shared/great-circle';
import { offsetOf, pageSchema } from '@jonction/domain/shared/page';
import { formatPhone, normalisePhone } from '@jonction/domain/shared/phone';
import { parseHours } from '@jonction/domain/shared/typed-hours';
import { formatHours } from '@jonction/domain/shared/typography';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('hours typed on a clock', () => {
  // A minute is 1.666... hundredths: worked by hand, no minute falls on a half.
  it.each([
    [0, 0],
    [1, 2],
    [2, 3],
    [3, 5],
    [4, 7],
    [5, 8],
    [6, 10],
    [9, 15],
    [10, 17],
    [15, 25],
    [20, 33],
    [21, 35],
    [40, 67],
    [45, 75],
    [50, 83],
    [58, 97],
    [59, 98],
  ])('hold %i minutes as %i hundredths', (minutes, hundredths) => {
    const mm = String(minutes).padStart(2, '0');
    expect(parseHours(`7h${mm}`)).toBe(700 + hundredths);
    expect(parseHours(`7:${mm}`)).toBe(700 + hundredths);
    expect(parseHours(` 07 H ${mm} `)).toBe(700 + hundredths);
  });

  it('come back as they are shown, in French', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), (centihours) => {
        expect(parseHours(formatHours(centihours))).toBe(centihours);
      }),
    );
  });

  it.each([
    '7,',
    ',5',
    '1.234,5',
    '7h30h',
    '7:5',
    '+7',
    '7’30',
    '7;30',
    '٧',
    '7h-5',
    '7h060',
    '0x10',
    'Infinity',
    '10000000',
  ])('are refused when written %j', (text) => {
    expect(parseHours(text)).toBeUndefined();
  });

  it('are read to the largest that fits, and no farther', () => {
    expect(parseHours('9999999,99')).toBe(999_999_999);
    expect(parseHours('10000000')).toBeUndefined();
  });
});

describe('a telephone number', () => {
  const nine = fc.integer({ min: 100_000_000, max: 999_999_999 }).map(String);

  it('of France is one number however it is written', () => {
    fc.assert(
      fc.property(nine, fc.constantFrom(' ', '.', '-', '/', '\u00a0', ''), (digits, gap) => {
        const pairs = `${digits.slice(0, 1)}${gap}${(digits.slice(1).match(/../g) ?? []).join(gap)}`;
        for (const start of ['0', '+33', '+33 ', '0033', '+33 (0)', '+33 0'])
          expect(normalisePhone(start + pairs)).toBe(`+33${digits}`);
      }),
    );
  });

  it('is kept as it is once normalised, and read back to the same', () => {
    fc.assert(
      fc.property(nine, (digits) => {
        const kept = `+33${digits}`;
        expect(normalisePhone(kept)).toBe(kept);
        expect(normalisePhone(formatPhone(kept))).toBe(kept);
      }),
    );
  });

  it.each([
    ['of seven digits, the shortest', '+1234567', '+1234567'],
    ['of six digits', '+123456', null],
    ['of fifteen digits, the longest', '+123456789012345', '+123456789012345'],
    ['of sixteen digits', '+1234567890123456', null],
    ['without its leading zero', '612345678', null],
    ['of France without its plus', '33612345678', null],
    ['of France with a digit missing', '+33 6 12 34 56 7', null],
    ['of France with a digit too many', '+33 6 12 34 56 78 9', null],
    ['of a country that starts by zero', '+0612345678', null],
    ['with two plus signs', '++33612345678', null],
    ['with an extension', '0123456789 p. 12', null],
    ['that is empty', '', null],
    ['of Belgium', '0032 2 123 45 67', '+3221234567'],
  ])('%s: %j is %j', (_, text, expected) => {
    expect(normalisePhone(text)).toBe(expected);
  });
});

describe('a page of a list', () => {
  it('is the first of fifty when nothing is asked', () => {
    expect(pageSchema.parse({})).toEqual({ page: 1, pageSize: 50 });
  });

  it.each([
    { page: 0 },
    { page: -1 },
    { page: 1.5 },
    { page: '1' },
    { page: 1_000_001 },
    { pageSize: 0 },
    { pageSize: 201 },
    { pageSize: 2.5 },
    { page: null },
  ])('is refused as %j', (asked) => {
    expect(pageSchema.safeParse(asked).success).toBe(false);
  });

  it.each([{ page: 1 }, { page: 1_000_000 }, { pageSize: 1 }, { pageSize: 200 }])('is accepted as %j', (asked) => {
    expect(pageSchema.safeParse(asked).success).toBe(true);
  });

  it('shows every row once over the pages, in order', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.integer({ min: 1, max: 200 }), (length, pageSize) => {
        const rows = Array.from({ length }, (_, at) => at);
        const shown: number[] = [];
        for (let page = 1; shown.length < length; page++) {
          const offset = offsetOf({ page, pageSize });
          shown.push(...rows.slice(offset, offset + pageSize));
          expect(offset).toBeLessThan(length);
        }
        expect(shown).toEqual(rows);
      }),
    );
  });
});

describe('the version of a record', () => {
  it.each([1, 2, Number.MAX_SAFE_INTEGER])('may be %d', (version) => {
    expect(versionSchema.parse(version)).toBe(version);
  });

  it.each([0, -1, 1.5, '1', null, undefined, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    'is never %j',
    (version) => {
      expect(versionSchema.safeParse(version).success).toBe(false);
    },
  );
});

describe('a distance', () => {
  const lat = fc.double({ min: -80, max: 80, noNaN: true });
  const lon = fc.double({ min: -180, max: 180, noNaN: true });

  it('is never shortened by a detour', () => {
    fc.assert(
      fc.property(lat, lon, lat, lon, lat, lon, (a, b, c, d, e, f) => {
        const detour = greatCircleMetres(a, b, c, d) + greatCircleMetres(c, d, e, f);
        expect(greatCircleMetres(a, b, e, f)).toBeLessThanOrEqual(detour + 2);
      }),
    );
  });

  it('adds up along a meridian, and does not depend on which one', () => {
    fc.assert(
      fc.property(fc.tuple(lat, lat, lat), lon, lon, (given, here, there) => {
        const [south = 0, middle = 0, north = 0] = given.toSorted((x, y) => x - y);
        const whole = greatCircleMetres(south, here, north, here);
        const parts = greatCircleMetres(south, here, middle, here) + greatCircleMetres(middle, here, north, here);
        expect(Math.abs(whole - parts)).toBeLessThanOrEqual(2);
        expect(Math.abs(whole - greatCircleMetres(south, there, north, there))).toBeLessThanOrEqual(1);
      }),
    );
  });
});
