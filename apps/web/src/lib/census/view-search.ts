import { viewSearch as written } from '@jonction/domain/census/view-search';
import type { ListAddress } from '@jonction/ui/address';

/** What a view of the census as it is seen now would keep: its address, and the columns drawn. */
export function viewSearch(url: ListAddress, columns: readonly string[]): string {
  const search = new URLSearchParams(url.searchParams.toString());
  search.set('colonnes', columns.join(' '));
  return written(search);
}
