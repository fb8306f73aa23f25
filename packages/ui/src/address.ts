/**
 * The state of a list lives in its address: sort, page, filters. A link that changes one of them keeps the others,
 * so that an address can be sent to a colleague.
 */
export interface ListAddress {
  pathname: string;
  searchParams: { toString(): string; get(name: string): string | null };
}

/** The same address with some parameters changed; `null` takes one out. */
export function linkWith(url: ListAddress, changes: Readonly<Record<string, string | number | null>>): string {
  const params = new URLSearchParams(url.searchParams.toString());
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') params.delete(name);
    else params.set(name, String(value));
  }
  const query = params.toString();
  return query === '' ? url.pathname : `${url.pathname}?${query}`;
}

export interface Sort {
  by: string;
  direction: 'ascending' | 'descending';
}

/** `?tri=nom` or `?tri=-nom`. Nothing else than a column of `sortable` is ever believed. */
export function readSort(url: ListAddress, sortable: readonly string[], fallback: Sort): Sort {
  const text = url.searchParams.get('tri');
  if (text === null) return fallback;
  const by = text.replace(/^-/, '');
  if (!sortable.includes(by)) return fallback;
  return { by, direction: text.startsWith('-') ? 'descending' : 'ascending' };
}

/** `?page=3`, from 1; anything else is 1. */
export function readPage(url: ListAddress): number {
  const page = Number(url.searchParams.get('page') ?? '1');
  return Number.isInteger(page) && page >= 1 && page <= 1_000_000 ? page : 1;
}
