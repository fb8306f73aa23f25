import type { ListAddress } from '@jonction/ui/address';

export interface FacetAddress extends ListAddress {
  searchParams: { toString(): string; get(name: string): string | null; getAll(name: string): string[] };
}

/** Held together, each on top of the others; any other filter has one value at a time. */
const adding = new Set(['permis']);

/** The address with a choice made, or taken back where it was made. */
export function facetLink(url: FacetAddress, name: string, value: string): string {
  const params = new URLSearchParams(url.searchParams.toString());
  const before = params.getAll(name);
  params.delete(name);
  params.delete('page');
  const chosen = before.includes(value);
  const after = adding.has(name)
    ? chosen
      ? before.filter((one) => one !== value)
      : [...before, value]
    : chosen
      ? []
      : [value];
  for (const one of after) params.append(name, one);
  const query = params.toString();
  return query === '' ? url.pathname : `${url.pathname}?${query}`;
}

export function isChosen(url: FacetAddress, name: string, value: string): boolean {
  return url.searchParams.getAll(name).includes(value);
}
