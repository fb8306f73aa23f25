/** The columns of the census besides the contract itself, which always stands first, in the order in which they are shown. */
export const censusColumns = [
  'reference',
  'buyer',
  'directorate',
  'holder',
  'status',
  'since',
  'saidOn',
  'saidBy',
  'ends',
  'due',
  'atWork',
  'cpv',
  'place',
  'notified',
  'facilitator',
] as const;

/** Rows of one sheet: beyond, a spreadsheet is no longer something that somebody corrects. */
export const mostExported = 10_000;

export type CensusColumn = (typeof censusColumns)[number];

/** What a census is read for: where each contract stands, and how far that may be trusted. All of it stands on a laptop's screen. */
export const usualColumns: readonly CensusColumn[] = [
  'reference',
  'buyer',
  'status',
  'since',
  'saidOn',
  'saidBy',
  'ends',
  'due',
];

/** Of some names those that are columns, each once and in their order; none at all: the usual ones. */
export function columnsAmong(names: readonly string[]): readonly CensusColumn[] {
  const chosen = censusColumns.filter((column) => names.includes(column));
  return chosen.length > 0 ? chosen : usualColumns;
}
