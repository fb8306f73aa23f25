import {
  censusFigures,
  censusFloorCents,
  countsIn,
  denominatorOf,
  greenKindOf,
  greenKinds,
  isPurchaseFigure,
  nationalAimBps,
  nationalShares,
  type PurchaseCell,
  purchaseFigures,
  schemeFigures,
  schemeFloorCents,
  shareOf,
  socialKindOf,
  socialKinds,
  spendFigures,
  sumOf,
} from '@jonction/domain/report/purchase';
import { listPurchasesSchema, purchasesSchema } from '@jonction/domain/report/purchase-question';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const kind = (social: string[] | null, ...clauseKinds: string[]) => socialKindOf({ social, clauseKinds });

describe('the social kind of a contract', () => {
  it('is what open data says, the strongest first', () => {
    expect(kind(['Clause sociale'])).toBe('clause');
    expect(kind(['Critère social'])).toBe('criterion');
    expect(kind(['Critère social', 'Clause sociale'])).toBe('clause');
    expect(kind(['Clause sociale', 'Marché réservé'])).toBe('reserved');
    expect(kind(['Concession réservée'])).toBe('reserved');
  });

  it('is completed by what is written here, and never lowered by it', () => {
    expect(kind(null, 'execution')).toBe('clause');
    expect(kind([], 'execution_and_criterion')).toBe('clause');
    expect(kind(['Critère social'], 'reserved')).toBe('reserved');
    expect(kind(null, 'criterion')).toBe('criterion');
    expect(kind(['Clause sociale'], 'criterion')).toBe('clause');
    for (const one of ['insertion', 'training', 'voluntary']) expect(kind(null, one)).toBe('clause');
  });

  it('is unknown where nothing is said, which is never "none"', () => {
    expect(kind(null)).toBe('unknown');
    expect(kind([])).toBe('none');
    expect(kind(['Pas de considération sociale'])).toBe('none');
  });

  it('is always one of the five', () => {
    const words = fc.subarray(['Clause sociale', 'Critère social', 'Marché réservé', 'Pas de considération sociale']);
    const kinds = fc.subarray(['execution', 'criterion', 'reserved', 'insertion']);
    fc.assert(
      fc.property(fc.option(words), kinds, (social, clauseKinds) => {
        const answer = socialKindOf({ social, clauseKinds });
        // Nothing is told unknown once something was said, by whoever.
        return socialKinds.includes(answer) && (answer === 'unknown') === (social === null && clauseKinds.length === 0);
      }),
    );
  });
});

describe('the environmental kind of a contract', () => {
  const green = (environmental: string[] | null) => greenKindOf({ environmental });

  it('is a clause, a criterion, none, or unknown', () => {
    expect(green(['Critère environnemental', 'Clause environnementale'])).toBe('clause');
    expect(green(['Critère environnemental'])).toBe('criterion');
    expect(green(['Pas de considération environnementale'])).toBe('none');
    expect(green([])).toBe('none');
    expect(green(null)).toBe('unknown');
  });
});

const cell = (given: Partial<PurchaseCell> = {}): PurchaseCell => ({
  ...{ year: 2025, directorateId: null, social: 'none', green: 'unknown', counted: true },
  ...{ contracts: 1, amountCents: 100, withoutAmount: 0 },
  ...given,
});
const anyCell = fc.record<PurchaseCell>({
  year: fc.option(fc.integer({ min: 2018, max: 2026 })),
  directorateId: fc.option(fc.constantFrom('a', 'b')),
  social: fc.constantFrom(...socialKinds),
  green: fc.constantFrom(...greenKinds),
  counted: fc.option(fc.boolean()),
  contracts: fc.integer({ min: 1, max: 500 }),
  amountCents: fc.integer({ min: 0, max: 9_000_000_000 }),
  withoutAmount: fc.integer({ min: 0, max: 5 }),
});
const anyCells = fc.array(anyCell, { maxLength: 30 });
const adds = (
  cells: PurchaseCell[],
  figures: readonly Parameters<typeof sumOf>[1][],
  whole: Parameters<typeof sumOf>[1],
) => {
  const total = sumOf(cells, whole);
  const sum = (key: keyof typeof total) => figures.reduce((all, figure) => all + sumOf(cells, figure)[key], 0);
  return (
    sum('contracts') === total.contracts &&
    sum('amountCents') === total.amountCents &&
    sum('withoutAmount') === total.withoutAmount
  );
};

describe('the figures of purchases', () => {
  it('add up: kinds to all, known ones to what shares are of, clause and reserved to what is inclusive', () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        return (
          adds(cells, ['reserved', 'clause', 'criterion', 'none', 'unknown'], 'all') &&
          adds(cells, ['reserved', 'clause', 'criterion', 'none'], 'known') &&
          adds(cells, ['reserved', 'clause'], 'inclusive') &&
          adds(cells, ['reserved', 'clause', 'criterion'], 'social') &&
          adds(cells, ['census_known', 'census_unknown'], 'census') &&
          adds(cells, ['green_known', 'green_unknown'], 'all')
        );
      }),
    );
  });

  it('count, part by part, what they count as a whole', () => {
    fc.assert(
      fc.property(anyCells, fc.nat(), (cells, cut) => {
        const at = cells.length === 0 ? 0 : cut % cells.length;
        return purchaseFigures.every((figure) => {
          const [one, other, all] = [cells.slice(0, at), cells.slice(at), cells].map((some) => sumOf(some, figure));
          return one && other && all && one.amountCents + other.amountCents === all.amountCents;
        });
      }),
    );
  });

  it('are parts of what their share is of', () => {
    fc.assert(
      fc.property(anyCell, (one) =>
        purchaseFigures.every((figure) => {
          const base = denominatorOf[figure];
          return base === undefined || !countsIn(figure, one) || countsIn(base, one);
        }),
      ),
    );
  });

  it('leave contracts of which nothing is known out of every share but their own', () => {
    const cells = [
      cell({ social: 'clause', amountCents: 300 }),
      cell({ amountCents: 700 }),
      cell({ social: 'unknown', amountCents: 9_000 }),
    ];
    expect(shareOf(cells, 'clause')).toMatchObject({ contractsBps: 5000, amountBps: 3000 });
    expect(shareOf(cells, 'unknown')).toMatchObject({ contractsBps: 3333, amountBps: 9000 });
    expect(shareOf(cells, 'all')).toMatchObject({ of: null, contractsBps: null, amountBps: null });
  });

  it('are no share of nothing, and never more than the whole', () => {
    expect(shareOf([], 'clause')).toMatchObject({ contractsBps: null, amountBps: null });
    expect(shareOf([cell({ social: 'clause', amountCents: 0, withoutAmount: 1 })], 'clause')).toMatchObject({
      contractsBps: 10_000,
      amountBps: null,
    });
    fc.assert(
      fc.property(anyCells, (cells) =>
        purchaseFigures.every((figure) => {
          const { contractsBps, amountBps } = shareOf(cells, figure);
          return [contractsBps, amountBps].every((bps) => bps === null || (bps >= 0 && bps <= 10_000));
        }),
      ),
    );
  });

  it('count in the national census only what is known to be large enough', () => {
    expect(countsIn('census', cell({ counted: null }))).toBe(false);
    expect(countsIn('census', cell({ counted: false }))).toBe(false);
    expect(countsIn('census_clause', cell({ social: 'reserved' }))).toBe(true);
    expect(countsIn('census_clause', cell({ social: 'criterion' }))).toBe(false);
    expect(countsIn('census_social', cell({ social: 'criterion' }))).toBe(true);
  });

  it('count both kinds of considerations where both are known', () => {
    expect(countsIn('both', cell({ social: 'criterion', green: 'clause' }))).toBe(true);
    expect(countsIn('both', cell({ social: 'clause', green: 'none' }))).toBe(false);
    expect(countsIn('both_known', cell({ social: 'clause', green: 'unknown' }))).toBe(false);
  });

  it('are told by their names alone', () => {
    for (const figure of [...spendFigures, ...schemeFigures, ...censusFigures])
      expect(isPurchaseFigure(figure)).toBe(true);
    for (const word of ['toString', '', 'Clause']) expect(isPurchaseFigure(word)).toBe(false);
  });
});

describe('the floors and the figures of the country', () => {
  it('changed on their days', () => {
    expect([2016, 2023, 2024, 2026].map(censusFloorCents)).toEqual([9_000_000, 9_000_000, 4_000_000, 4_000_000]);
    expect([2022, 2023].map(schemeFloorCents)).toEqual([10_000_000_000, 5_000_000_000]);
  });

  it('are those that were published, and none is made up for the other years', () => {
    expect(nationalShares[2022]).toBe(2230);
    expect(nationalShares[2017]).toBeUndefined();
    expect(nationalShares[2025]).toBeUndefined();
    expect(nationalAimBps).toBe(3000);
  });
});

describe('what is asked about purchases', () => {
  it('is a year, and a figure that exists', () => {
    expect(purchasesSchema.safeParse({ year: 2025 }).success).toBe(true);
    expect(purchasesSchema.safeParse({ year: 1999 }).success).toBe(false);
    expect(listPurchasesSchema.safeParse({ year: 2025, figure: 'clause' }).success).toBe(true);
    expect(listPurchasesSchema.safeParse({ year: null, figure: 'unknown' }).success).toBe(true);
    expect(listPurchasesSchema.safeParse({ year: 2025, figure: 'people' }).success).toBe(false);
    expect(listPurchasesSchema.parse({ year: 2025, figure: 'all' })).toMatchObject({ directorateId: null, page: 1 });
  });
});
