import type { SavedFilters } from '@jonction/domain/bank/search';
import type { ListParticipants } from '@jonction/domain/participant/list';
import { bankSorts, confirmationNames } from '#lib/participant/bank-filters.ts';

const bankPath = '/facilitateur/participants';

const yesNo = (value: boolean | null | undefined) => (value == null ? null : value ? 'oui' : 'non');

/** The address of the list that asks what a search kept, and shows its columns: what `readBankFilters` reads. */
export function addressOfSearch(
  filters: SavedFilters,
  columns: readonly string[],
  extra: Record<string, string> = {},
): string {
  const sort = Object.entries(bankSorts).find(([, by]) => by === filters.sort)?.[0];
  const one: readonly (readonly [string, string | number | null | undefined])[] = [
    ['q', filters.text],
    ...(filters.occupations ?? []).map((code) => ['metier', code] as const),
    ['pres', filters.near?.postalCode],
    ['km', filters.near?.withinKm],
    ...(filters.licences ?? []).map((code) => ['permis', code] as const),
    ['francais', filters.frenchAtLeast],
    ['dispo', filters.availableOn],
    ['statut', filters.status],
    ['echange', filters.freshness],
    ['cv', confirmationNames.find(([, confirmation]) => confirmation === filters.confirmed)?.[0]],
    ['sansnouvelles', filters.silentSince],
    ['accord', yesNo(filters.consents)],
    ['eligible', yesNo(filters.eligible)],
    ['suivi', filters.mine ? 'moi' : null],
    ['prescripteur', filters.partnerId],
    ['tri', sort === undefined ? null : `${filters.descending ? '-' : ''}${sort}`],
    ...columns.map((column) => ['colonnes', column] as const),
    ...Object.entries(extra),
  ];
  const params = new URLSearchParams();
  for (const [name, value] of one) if (value != null && value !== '') params.append(name, String(value));
  const query = params.toString();
  return query === '' ? bankPath : `${bankPath}?${query}`;
}

/** What the filters of an address ask, to be kept: not the page, and "mine" rather than whose. */
export function filtersToKeep({ ownerId, page: _, pageSize: __, ...filters }: Partial<ListParticipants>): SavedFilters {
  return { ...filters, descending: filters.descending ?? false, mine: ownerId != null };
}
