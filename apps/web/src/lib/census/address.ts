import { type CensusColumn, columnsAmong } from '@jonction/domain/census/columns';
import type { CensusQuestion } from '@jonction/domain/census/grid';
import { isDay } from '@jonction/domain/shared/day';
import type { ListAddress } from '@jonction/ui/address';
import { readListAddress } from '#lib/contract/list-address.ts';

/** Rows of a page without scripts, and of one answer while the eye follows the grid. */
export const windowRows = 100;

/** What the address of the census asks: the filters of the list of contracts, `?connu=2020-03-20&compare=2020-03-01&page=2`. */
export function readCensusAddress(url: ListAddress): Partial<CensusQuestion> {
  const { scope: _, page, pageSize: __, ...filters } = readListAddress(url);
  return {
    ...filters,
    from: ((page ?? 1) - 1) * windowRows,
    rows: windowRows,
    knownOn: dayIn(url, 'connu'),
    comparedOn: dayIn(url, 'compare'),
  };
}

/** The columns to draw: those of the address, or else those that somebody keeps. */
export function readColumns(url: ListAddress, kept: readonly CensusColumn[]): readonly CensusColumn[] {
  const named = (url.searchParams.get('colonnes') ?? '').split(/[\s,]+/).filter(Boolean);
  return named.length > 0 ? columnsAmong(named) : kept;
}

function dayIn(url: ListAddress, name: string): string | null {
  const day = url.searchParams.get(name) ?? '';
  return isDay(day) ? day : null;
}
