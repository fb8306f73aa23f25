/** The columns that a list of people may show, as the address writes them. The name is always there. */
export const bankColumns = [
  'occupations',
  'lieu',
  'dispo',
  'ready',
  'cv',
  'echange',
  'suivi',
  'permis',
  'francais',
  'attente',
  'entree',
  'prescripteur',
] as const;
export type BankColumn = (typeof bankColumns)[number];

export const usualColumns: readonly BankColumn[] = ['occupations', 'lieu', 'dispo', 'ready', 'echange', 'suivi'];

/** At most so many beside the name: more would be cut on a laptop. */
export const mostColumns = 8;

interface Address {
  searchParams: { getAll(name: string): string[] };
}

/** The columns of an address, in the order of the house: two people who choose the same read the same. */
export function readColumns(url: Address): readonly BankColumn[] {
  const asked = url.searchParams.getAll('colonnes').flatMap((given) => given.split(' '));
  const known = bankColumns.filter((column) => asked.includes(column)).slice(0, mostColumns);
  return known.length === 0 ? usualColumns : known;
}
