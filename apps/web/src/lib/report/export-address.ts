import { type ChosenColumn, type ExportList, exportLists } from '@jonction/domain/report/export-list';
import type { ListAddress } from '@jonction/ui/address';

/** The lists by their words in an address. */
const names: Readonly<Record<ExportList, string>> = {
  people: 'personnes',
  contracts: 'marches',
  positionings: 'positionnements',
  hours: 'heures',
  offers: 'offres',
};

/** Where each list is read. */
export const homes: Readonly<Record<ExportList, string>> = {
  people: '/facilitateur/participants',
  contracts: '/facilitateur/marches',
  positionings: '/facilitateur/envois',
  hours: '/facilitateur/heures/lignes',
  offers: '/facilitateur/offres',
};

export function readExportList(name: string): ExportList | null {
  return exportLists.find((list) => names[list] === name) ?? null;
}

/** The page that exports what an address of a list shows. */
export function exportHref(list: ExportList, url: ListAddress): string {
  const asked = new URLSearchParams(url.searchParams.toString());
  for (const name of ['page', 'colonnes', 'recherche']) asked.delete(name);
  const search = asked.toString();
  const page = `/facilitateur/exports/${names[list]}`;
  return search === '' ? page : `${page}?${new URLSearchParams({ de: search })}`;
}

/** The list that an export is of, with its filters: `de` holds its address. */
export function listHref(list: ExportList, url: ListAddress): string {
  const search = url.searchParams.get('de') ?? '';
  return search === '' ? homes[list] : `${homes[list]}?${search}`;
}

interface Fields {
  getAll(name: string): readonly unknown[];
  get(name: string): unknown;
}

/** The columns that a form or an address names, in their order: `c=lastName&n:lastName=NOM`. */
export function readChosen(fields: Fields): ChosenColumn[] {
  return fields.getAll('c').flatMap((key) => {
    if (typeof key !== 'string') return [];
    const header = fields.get(`n:${key}`);
    return [{ key, header: typeof header === 'string' && header.trim() !== '' ? header.trim().slice(0, 60) : null }];
  });
}
