/** What an address of the census may hold: filters, days, order and columns. A view is nothing else, under a name. */
export const viewParameters = [
  'q',
  'statut',
  'dep',
  'cpv',
  'vivants',
  'acheteur',
  'direction',
  'titulaire',
  'connu',
  'compare',
  'tri',
  'colonnes',
] as const;

/** The part of an address that a view keeps, always written in one way: where two say the same they are the same. */
export function viewSearch(search: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const name of viewParameters) {
    const value = search.get(name)?.trim() ?? '';
    if (value !== '') kept.set(name, value);
  }
  return kept.toString();
}
