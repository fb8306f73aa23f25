/**
 * What a buyer bought in a year, by what its contracts say of social and environmental considerations. A contract counts in the year of
 * its notification. What a source does not say is unknown, and is never added to what says no (essential data of public procurement,
 * arrêté of 22 December 2022: the field is required since 2024, and was often absent before).
 */

/** A contract is of one kind, the first that fits: reserved, with a clause, with a criterion alone, with none, or not known. */
export const socialKinds = ['reserved', 'clause', 'criterion', 'none', 'unknown'] as const;
export type SocialKind = (typeof socialKinds)[number];
export const greenKinds = ['clause', 'criterion', 'none', 'unknown'] as const;
export type GreenKind = (typeof greenKinds)[number];

export interface PurchaseFacts {
  /** The words of open data; null: the source says nothing, empty: it says that there is none. */
  social: readonly string[] | null;
  environmental: readonly string[] | null;
  /** The kinds of the clauses written here on the contract. */
  clauseKinds: readonly string[];
}

/** CCP L2113-12 to L2113-14 (reserved), L2112-2 (execution), R2152-7 (criterion). What is written here completes what is published. */
export function socialKindOf({ social, clauseKinds }: Pick<PurchaseFacts, 'social' | 'clauseKinds'>): SocialKind {
  const said = social ?? [];
  if (said.includes('Marché réservé') || said.includes('Concession réservée') || clauseKinds.includes('reserved'))
    return 'reserved';
  if (said.includes('Clause sociale') || clauseKinds.some((kind) => kind !== 'criterion')) return 'clause';
  if (said.includes('Critère social') || clauseKinds.length > 0) return 'criterion';
  return social === null ? 'unknown' : 'none';
}

export function greenKindOf({ environmental }: Pick<PurchaseFacts, 'environmental'>): GreenKind {
  if (environmental === null) return 'unknown';
  if (environmental.includes('Clause environnementale')) return 'clause';
  return environmental.includes('Critère environnemental') ? 'criterion' : 'none';
}

/** Contracts alike in all that is counted, as the base sums them. */
export interface PurchaseCell {
  /** Null: no day of notification is known. */
  year: number | null;
  directorateId: string | null;
  social: SocialKind;
  green: GreenKind;
  /** Of the amount from which the national census of purchases counts a contract; null: no amount is known. */
  counted: boolean | null;
  contracts: number;
  amountCents: number;
  /** Of these, how many have no amount. */
  withoutAmount: number;
}

type Test = (cell: Pick<PurchaseCell, 'social' | 'green' | 'counted'>) => boolean;
const is =
  (...kinds: SocialKind[]): Test =>
  ({ social }) =>
    kinds.includes(social);
const green =
  (...kinds: GreenKind[]): Test =>
  (cell) =>
    kinds.includes(cell.green);
const both =
  (one: Test, other: Test): Test =>
  (cell) =>
    one(cell) && other(cell);
const counted: Test = (cell) => cell.counted === true;
const known = is('reserved', 'clause', 'criterion', 'none');
const greenKnown = green('clause', 'criterion', 'none');

/** Each figure: which contracts it counts. A figure is the sum of the rows that it opens into. */
const tests = {
  all: () => true,
  known,
  inclusive: is('reserved', 'clause'),
  reserved: is('reserved'),
  clause: is('clause'),
  criterion: is('criterion'),
  none: is('none'),
  unknown: is('unknown'),
  social: is('reserved', 'clause', 'criterion'),
  green_known: greenKnown,
  green: green('clause', 'criterion'),
  green_clause: green('clause'),
  green_unknown: green('unknown'),
  both_known: both(known, greenKnown),
  both: both(is('reserved', 'clause', 'criterion'), green('clause', 'criterion')),
  census: counted,
  census_known: both(counted, known),
  census_clause: both(counted, is('reserved', 'clause')),
  census_social: both(counted, is('reserved', 'clause', 'criterion')),
  census_unknown: both(counted, is('unknown')),
} as const satisfies Record<string, Test>;

export type PurchaseFigure = keyof typeof tests;
export const purchaseFigures = Object.keys(tests) as readonly PurchaseFigure[];

export function isPurchaseFigure(word: string): word is PurchaseFigure {
  return Object.hasOwn(tests, word);
}

export function countsIn(figure: PurchaseFigure, cell: Pick<PurchaseCell, 'social' | 'green' | 'counted'>): boolean {
  return tests[figure](cell);
}

/** What a share is a share of: contracts of which something is known. */
export const denominatorOf: Readonly<Partial<Record<PurchaseFigure, PurchaseFigure>>> = {
  inclusive: 'known',
  reserved: 'known',
  clause: 'known',
  criterion: 'known',
  none: 'known',
  social: 'known',
  unknown: 'all',
  green: 'green_known',
  green_clause: 'green_known',
  green_unknown: 'all',
  both: 'both_known',
  census_clause: 'census_known',
  census_social: 'census_known',
  census_unknown: 'census',
};

export interface PurchaseSum {
  contracts: number;
  amountCents: number;
  withoutAmount: number;
}

export function sumOf(cells: readonly PurchaseCell[], figure: PurchaseFigure): PurchaseSum {
  const sum = { contracts: 0, amountCents: 0, withoutAmount: 0 };
  for (const cell of cells) {
    if (!countsIn(figure, cell)) continue;
    sum.contracts += cell.contracts;
    sum.amountCents += cell.amountCents;
    sum.withoutAmount += cell.withoutAmount;
  }
  return sum;
}

export interface PurchaseShare {
  sum: PurchaseSum;
  of: PurchaseSum | null;
  /** Basis points of the contracts, and of their amounts; null where there is nothing to divide by. */
  contractsBps: number | null;
  amountBps: number | null;
}

/** A figure, what it is a share of, and the share: exact, half up to the basis point. */
export function shareOf(cells: readonly PurchaseCell[], figure: PurchaseFigure): PurchaseShare {
  const sum = sumOf(cells, figure);
  const base = denominatorOf[figure];
  const of = base === undefined ? null : sumOf(cells, base);
  return {
    sum,
    of,
    contractsBps: of ? bps(sum.contracts, of.contracts) : null,
    amountBps: of ? bps(sum.amountCents, of.amountCents) : null,
  };
}

function bps(part: number, whole: number): number | null {
  if (whole <= 0) return null;
  return Number((BigInt(part) * 20_000n + BigInt(whole)) / (2n * BigInt(whole)));
}

/** Above which a contract enters the national census: 90,000 euros HT, and essential data from 40,000 euros HT since 2024 (CCP R2196-1). */
export function censusFloorCents(year: number): number {
  return year >= 2024 ? 4_000_000 : 9_000_000;
}

/** Yearly purchases from which a buyer adopts a SPASER: 100 M€ HT, 50 M€ since 2023 (CCP L2111-3 and D2111-3, décret 2022-767). */
export function schemeFloorCents(year: number): number {
  return year >= 2023 ? 5_000_000_000 : 10_000_000_000;
}

/** Share of contracts with a social clause in the whole country, in basis points of their number (national census, from 90,000 euros HT). */
export const nationalShares: Readonly<Record<number, number>> = {
  2016: 860,
  2019: 1250,
  2020: 1250,
  2021: 1320,
  2022: 2230,
  2023: 1870,
};

/** What the national plan wants by 2025: 30 % of contracts with a social consideration (PNAD 2022-2025). */
export const nationalAimBps = 3000;

/** The figures of each page, in order. */
export const spendFigures = ['all', 'inclusive', 'reserved', 'clause', 'criterion', 'none', 'unknown'] as const;
export const schemeFigures = ['social', 'clause', 'reserved', 'criterion', 'green', 'green_clause', 'both'] as const;
export const censusFigures = ['census', 'census_clause', 'census_social', 'census_unknown'] as const;

/** What a scheme must tell and no register of contracts knows: said as such, never as zero (CCP L2111-3). */
export const unknowable = ['yearly_purchases', 'solidarity_enterprises', 'small_enterprises', 'emissions'] as const;
