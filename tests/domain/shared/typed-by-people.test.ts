import { capitalised } from '@jonction/domain/shared/capitalised';
import { daySchema, versionSchema } from '@jonction/domain/shared/field-schema';
import { offsetOf, pageSchema } from '@jonction/domain/shared/page';
import { parisInstant, parisLocal } from '@jonction/domain/shared/paris-time';
import { formatPhone, normalisePhone } from '@jonction/domain/shared/phone';
import { isLocale, preferredLocale } from '@jonction/domain/shared/preferred-locale';
import { parseHours } from '@jonction/domain/shared/typed-hours';
import { formatHours } from '@jonction/domain/shared/typography';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seen } from '../../support/spaces.ts';

describe('a telephone as people type it', () => {
  it.each([
    ['06 12 34 56 78', '+33612345678'],
    ['06.12.34.56.78', '+33612345678'],
    ['06-12/34 (56) 78', '+33612345678'],
    ['+33 (0)6 12 34 56 78', '+33612345678'],
    ['0033612345678', '+33612345678'],
    ['06\u00a012\u202f34 56 78', '+33612345678'],
    ['+32 470 12 34 56', '+32470123456'],
    ['0612345', null],
    ['06 12 34 56 789', null],
    ['+33 6 12 34 56', null],
    ['00 12 34 56 78', '+12345678'],
    ['appeler', null],
    ['', null],
  ])('%s is %s', (typed, kept) => {
    expect(normalisePhone(typed)).toBe(kept);
  });

  it('is read back as it was kept, whatever was typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000, max: 999_999_999 }), (nine) => {
        const kept = `+33${nine}`;
        expect(normalisePhone(formatPhone(kept))).toBe(kept);
        expect(normalisePhone(kept)).toBe(kept);
      }),
    );
    expect(seen(formatPhone('+33612345678'))).toBe('06~12~34~56~78');
    expect(formatPhone('+32470123456')).toBe('+32470123456');
  });

  it('never fails on what is no number', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(normalisePhone(typed) ?? '+1234567').toMatch(/^\+[1-9]\d{6,14}$/);
      }),
    );
  });
});

describe('hours as people type them', () => {
  it.each([
    ['7,5', 750],
    ['7.5', 750],
    ['7 h 30', 750],
    ['7:30', 750],
    ['7h', 700],
    ['0', 0],
    ['151,67 h', 15_167],
    ['1 234,5 h', 123_450],
    ['7 h 20', 733],
    ['0 h 01', 2],
    ['7 h 60', undefined],
    ['7,555', undefined],
    ['-7', undefined],
    ['7,5,5', undefined],
    ['sept', undefined],
    ['', undefined],
  ])('%s is %s', (typed, centihours) => {
    expect(parseHours(typed)).toBe(centihours);
  });

  it('are read back from what the screen shows', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), (centihours) => {
        expect(parseHours(formatHours(centihours))).toBe(centihours);
      }),
    );
  });
});

describe('hours of the clock in Paris', () => {
  it.each([
    ['2026-01-15T09:00', '2026-01-15T08:00:00.000Z'],
    ['2026-07-15T09:00', '2026-07-15T07:00:00.000Z'],
    ['2026-03-29T01:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
    ['2025-12-31T23:30', '2025-12-31T22:30:00.000Z'],
  ])('%s is %s', (local, instant) => {
    expect(parisInstant(local).toISOString()).toBe(instant);
    expect(parisLocal(new Date(instant))).toBe(local);
  });
});

describe('a name that shouts', () => {
  it.each([
    ['NOISY LE SEC', 'Noisy Le Sec'],
    ['N’DIAYE', 'N’Diaye'],
    ['ÉLODIE-ANNE', 'Élodie-Anne'],
    ['de la Tour', 'de la Tour'],
    ['McDonald', 'McDonald'],
    ['', ''],
    ['75013', '75013'],
  ])('%s is written %s', (name, written) => {
    expect(capitalised(name)).toBe(written);
    expect(capitalised(capitalised(name))).toBe(written);
  });
});

describe('the language of a reader', () => {
  it.each([
    ['', 'fr'],
    ['*', 'fr'],
    ['EN-us', 'en'],
    ['de, es;q=0.9', 'fr'],
    ['fr;q=0, en;q=0.1', 'en'],
    ['en;q=0.5, fr;q=0.5', 'en'],
    ['en;q=x, fr', 'fr'],
    ['en ; q=0.8 , fr ; q=0.9', 'fr'],
  ])('who asks for "%s" is %s', (header, locale) => {
    expect(preferredLocale(header)).toBe(locale);
  });

  it('is always one of ours, whatever a browser sends', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        expect(isLocale(preferredLocale(header))).toBe(true);
      }),
    );
  });
});

describe('a page of a list', () => {
  it('is the first of fifty until another is asked for', () => {
    expect(pageSchema.parse({})).toEqual({ page: 1, pageSize: 50 });
    expect(offsetOf({ page: 3, pageSize: 20 })).toBe(40);
  });

  it.each([{ page: 0 }, { page: 1.5 }, { page: 1_000_001 }, { pageSize: 0 }, { pageSize: 201 }])(
    'is never %j',
    (asked) => {
      expect(pageSchema.safeParse(asked).success).toBe(false);
    },
  );

  it('follows the one before without a row lost nor shown twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 200 }), (page, pageSize) => {
        expect(offsetOf({ page: page + 1, pageSize })).toBe(offsetOf({ page, pageSize }) + pageSize);
      }),
    );
  });
});

it.each([
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-04-31', false],
  ['2026-4-1', false],
  ['01/04/2026', false],
  ['2026-04-01T00:00', false],
  ['', false],
])('a field takes the day "%s": %s', (text, taken) => {
  expect(daySchema.safeParse(text).success).toBe(taken);
});

it.each([[0], [-1], [1.5], ['1']])('a record has no version %s', (version) => {
  expect(versionSchema.safeParse(version).success).toBe(false);
});
