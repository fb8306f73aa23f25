import { type CensusColumn, censusColumns } from '@jonction/domain/census/columns';
import type { Locale } from '@jonction/domain/shared/locale';
import { translate } from '@jonction/domain/shared/words';
import { formatDay } from '@jonction/ui/typography';
import { censusPageWords } from './words.ts';

export interface GridColumn {
  id: CensusColumn;
  label: string;
  rem: number;
  number?: boolean;
  /** Its name in `?tri=`, where the list can be put in its order. */
  sort?: string;
}

const shapes: Readonly<Record<CensusColumn, Omit<GridColumn, 'id' | 'label'>>> = {
  reference: { rem: 5.75 },
  buyer: { rem: 9.25, sort: 'acheteur' },
  directorate: { rem: 8 },
  holder: { rem: 10 },
  status: { rem: 7.75, sort: 'statut' },
  since: { rem: 6.75 },
  saidOn: { rem: 8 },
  saidBy: { rem: 7 },
  ends: { rem: 6.75, sort: 'fin' },
  due: { rem: 5.75, number: true },
  atWork: { rem: 5, number: true },
  cpv: { rem: 5.5 },
  place: { rem: 7 },
  notified: { rem: 6.75, sort: 'notifie' },
  facilitator: { rem: 8 },
};

export function columnLabel(column: CensusColumn, locale: Locale): string {
  return translate(censusPageWords, locale, `census.column.${column}`);
}

/** The columns to draw, in the order of the house. */
export function gridColumns(columns: readonly CensusColumn[], locale: Locale): GridColumn[] {
  return censusColumns
    .filter((column) => columns.includes(column))
    .map((id) => ({ id, label: columnLabel(id, locale), ...shapes[id] }));
}

export interface GridHeading {
  id: string;
  label: string;
  rem: number;
  number: boolean;
  sort: string | null;
}

/** What stands above the cells: the contract first, and the day compared with beside the status. */
export function headsOf(columns: readonly GridColumn[], comparedOn: string | null, locale: Locale): GridHeading[] {
  const before = (day: string): GridHeading => ({
    ...{ id: 'before', rem: 11, number: false, sort: null },
    label: translate(censusPageWords, locale, 'census.before', { day: formatDay(day, locale) }),
  });
  return [
    {
      id: 'object',
      label: translate(censusPageWords, locale, 'census.contract'),
      rem: 14,
      number: false,
      sort: 'objet',
    },
    ...columns.flatMap(({ id, label, rem, number = false, sort = null }) => [
      { id, label, rem, number, sort },
      ...(comparedOn !== null && id === 'status' ? [before(comparedOn)] : []),
    ]),
  ];
}

export function widthOf(heads: readonly GridHeading[]): number {
  return heads.reduce((sum, { rem }) => sum + rem, 0);
}
