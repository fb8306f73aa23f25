import { shownPeople } from '@jonction/domain/report/bought-hours';
import {
  censusFloorCents,
  countsIn,
  type GreenKind,
  greenKindOf,
  type PurchaseCell,
  type PurchaseFigure,
  purchaseFigures,
  type SocialKind,
  schemeFigures,
  schemeFloorCents,
  shareOf,
  socialKindOf,
} from '@jonction/domain/report/purchase';
import { describe, expect, it } from 'vitest';

const cell = (social: SocialKind, green: GreenKind, changes: Partial<PurchaseCell> = {}): PurchaseCell => ({
  ...{ year: 2025, directorateId: null, social, green, counted: true },
  ...{ contracts: 1, amountCents: 10_000_000, withoutAmount: 0 },
  ...changes,
});

describe('the kind of a contract, by the words of the arrêté of 22 December 2022', () => {
  it.each<[string[] | null, string[], SocialKind]>([
    [['Clause sociale'], [], 'clause'],
    [['Clause sociale', 'Critère social'], [], 'clause'],
    [['Critère social'], [], 'criterion'],
    [['Marché réservé'], [], 'reserved'],
    [['Critère social', 'Clause sociale', 'Marché réservé'], [], 'reserved'],
    [['Pas de considération sociale'], [], 'none'],
    // What the team wrote with the buyer completes what was published.
    [['Pas de considération sociale'], ['execution'], 'clause'],
    [['Pas de considération sociale'], ['criterion'], 'criterion'],
    [null, ['criterion', 'execution'], 'clause'],
    [['Critère social'], ['criterion'], 'criterion'],
    [['Clause sociale'], ['reserved'], 'reserved'],
    [null, [], 'unknown'],
  ])('published %j, written here %j: %s', (social, clauseKinds, expected) => {
    expect(socialKindOf({ social, clauseKinds })).toBe(expected);
    expect(socialKindOf({ social: social?.toReversed() ?? null, clauseKinds: clauseKinds.toReversed() })).toBe(
      expected,
    );
  });

  it.each<[string[] | null, GreenKind]>([
    [['Clause environnementale'], 'clause'],
    [['Critère environnemental', 'Clause environnementale'], 'clause'],
    [['Critère environnemental'], 'criterion'],
    [['Pas de considération environnementale'], 'none'],
    // The social words say nothing of the environment.
    [['Clause sociale'], 'none'],
    [null, 'unknown'],
  ])('published %j: %s', (environmental, expected) => {
    expect(greenKindOf({ environmental })).toBe(expected);
  });
});

describe('which figures of a scheme count a contract', () => {
  const scheme = (social: SocialKind, green: GreenKind) =>
    schemeFigures.filter((figure) => countsIn(figure, cell(social, green)));

  it.each<[SocialKind, GreenKind, PurchaseFigure[]]>([
    ['clause', 'clause', ['social', 'clause', 'green', 'green_clause', 'both']],
    ['clause', 'criterion', ['social', 'clause', 'green', 'both']],
    ['reserved', 'none', ['social', 'reserved']],
    ['criterion', 'criterion', ['social', 'criterion', 'green', 'both']],
    ['none', 'clause', ['green', 'green_clause']],
    ['none', 'none', []],
    // Unknown on one side takes nothing from the other, and is in nothing that wants both.
    ['unknown', 'clause', ['green', 'green_clause']],
    ['clause', 'unknown', ['social', 'clause']],
    ['unknown', 'unknown', []],
  ])('%s and %s', (social, green, figures) => {
    expect(scheme(social, green)).toEqual(figures);
  });

  it('count in the census what reaches its floor for certain, and there alone', () => {
    const census = purchaseFigures.filter((figure) => figure.startsWith('census'));
    for (const counted of [false, null])
      expect(census.filter((figure) => countsIn(figure, cell('clause', 'none', { counted })))).toEqual([]);
    expect(census.filter((figure) => countsIn(figure, cell('criterion', 'none')))).toEqual([
      'census',
      'census_known',
      'census_social',
    ]);
  });
});

describe('a share, half up to the basis point', () => {
  it.each([
    // [contracts with a clause, with none, basis points]
    [1, 2, 3333],
    [2, 1, 6667],
    [1, 7, 1250],
    // 1 of 32 is 312.5, 3 of 32 are 937.5: both up.
    [1, 31, 313],
    [3, 29, 938],
    // 1 of 20,000 is exactly half a point; 1 of 20,001 is less.
    [1, 19_999, 1],
    [1, 20_000, 0],
    [5, 0, 10_000],
    [0, 5, 0],
  ])('%i with a clause and %i with none: %i', (clauses, nones, expected) => {
    const cells = [cell('clause', 'none', { contracts: clauses }), cell('none', 'none', { contracts: nones })];
    expect(shareOf(cells, 'clause').contractsBps).toBe(expected);
  });

  it('is exact on amounts whose product is over what a number holds', () => {
    // 30 and 60 thousand million euros: one third.
    const cells = [
      cell('clause', 'none', { amountCents: 3_000_000_000_000 }),
      cell('none', 'none', { amountCents: 6_000_000_000_000 }),
    ];
    expect(shareOf(cells, 'clause').amountBps).toBe(3333);
  });

  it('of the unknown is of all, and the unknown is in no other', () => {
    const cells = [cell('clause', 'clause'), cell('none', 'none'), cell('unknown', 'unknown', { contracts: 2 })];
    const bps = (figure: PurchaseFigure) => shareOf(cells, figure).contractsBps;
    expect([bps('clause'), bps('none'), bps('unknown')]).toEqual([5000, 5000, 5000]);
    expect([bps('green'), bps('green_unknown'), bps('both')]).toEqual([5000, 5000, 5000]);
    expect([bps('census_clause'), bps('census_unknown')]).toEqual([5000, 5000]);
  });

  it('of contracts without any known amount is told by number, and not by amount', () => {
    const cells = [cell('clause', 'none', { amountCents: 0, withoutAmount: 1, counted: null })];
    expect(shareOf(cells, 'clause')).toMatchObject({ contractsBps: 10_000, amountBps: null });
    expect(shareOf(cells, 'census_clause')).toMatchObject({ contractsBps: null, amountBps: null });
  });
});

describe('the floors of the code', () => {
  it.each([
    // CCP R2196-1: 90,000 euros HT, 40,000 since 2024; D2111-3: 100 million a year, 50 since 2023.
    [2019, 90_000, 100_000_000],
    [2022, 90_000, 100_000_000],
    [2023, 90_000, 50_000_000],
    [2024, 40_000, 50_000_000],
    [2026, 40_000, 50_000_000],
  ])('in %i are %i euros for the census and %i for a scheme', (year, census, scheme) => {
    expect([censusFloorCents(year) / 100, schemeFloorCents(year) / 100]).toEqual([census, scheme]);
  });
});

describe('the people of all contracts of a buyer', () => {
  const worked = (...people: (number | null)[]) => people.map((one) => ({ validated: 7, people: one }));

  it.each([
    // Nothing kept: from five on.
    [4, worked(4), null],
    [5, worked(5), 5],
    // Two contracts keep theirs beside one of ten: one person on each, and five left, make seventeen.
    [16, worked(10, null, null), null],
    [17, worked(10, null, null), 17],
    // Six contracts that keep theirs: eleven people at least.
    [10, worked(null, null, null, null, null, null), null],
    [11, worked(null, null, null, null, null, null), 11],
  ])('%i in all over %j: %s', (people, rows, expected) => {
    expect(shownPeople(people, rows)).toBe(expected);
  });

  it('leave out contracts without a validated hour, which have nobody', () => {
    const idle = { validated: 0, people: 0 };
    expect(shownPeople(17, [idle, ...worked(10, null, null), idle])).toBe(17);
    expect(shownPeople(0, [idle, idle])).toBe(0);
  });
});
