import type { Confirmation } from '@jonction/domain/participant/confirmation';
import type { ListParticipants } from '@jonction/domain/participant/list';
import { type Freshness, freshnesses, type participantSorts } from '@jonction/domain/participant/list-order';
import { participantStatuses } from '@jonction/domain/participant/status';
import { isDay } from '@jonction/domain/shared/day';
import { readPage, readSort } from '@jonction/ui/address';

export const bankPageSize = 50;

/** Columns that sort, as the address writes them. */
export const bankSorts = {
  nom: 'name',
  lieu: 'distance',
  dispo: 'available',
  echange: 'lastContact',
  suivi: 'nextAction',
  attente: 'waiting',
  entree: 'created',
} as const satisfies Record<string, (typeof participantSorts)[number]>;

/** What is known of her CVs, as the address says it. */
export const confirmationNames = [
  ['frais', 'fresh'],
  ['aconfirmer', 'due'],
  ['aucun', 'none'],
] as const satisfies readonly (readonly [string, Confirmation])[];

const isUuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

const fallback = { by: '', direction: 'ascending' } as const;

/** The filters that an address holds. Nothing but what a filter knows is believed. */
export function readBankFilters(url: URL, me: string): Partial<ListParticipants> & { page: number; pageSize: number } {
  const get = (name: string) => url.searchParams.get(name)?.trim() || null;
  const sort = readSort(url, Object.keys(bankSorts), fallback);
  const postalCode = get('pres');
  const km = Number(get('km') ?? 20);
  const french = Number(get('francais') ?? Number.NaN);
  const day = get('dispo');
  const silent = get('sansnouvelles');
  const partner = get('prescripteur');
  const yesNo = (name: string) => (get(name) === 'oui' ? true : get(name) === 'non' ? false : null);
  const key = Object.entries(bankSorts).find(([name]) => name === sort.by)?.[1];
  return {
    page: readPage(url),
    pageSize: bankPageSize,
    text: get('q')?.slice(0, 200) ?? null,
    occupations: url.searchParams.getAll('metier').filter((code) => /^[A-N]\d{4}$/.test(code)),
    near:
      postalCode !== null && /^\d{5}$/.test(postalCode)
        ? { postalCode, withinKm: km >= 1 && km <= 500 ? Math.round(km) : 20 }
        : null,
    licences: url.searchParams
      .getAll('permis')
      .filter((code) => code !== '')
      .slice(0, 20),
    frenchAtLeast: Number.isInteger(french) && french >= 0 && french <= 6 ? french : null,
    availableOn: day !== null && isDay(day) ? day : null,
    status: participantStatuses.find((status) => status === get('statut')) ?? null,
    freshness: freshnesses.find((freshness: Freshness) => freshness === get('echange')) ?? null,
    confirmed: confirmationNames.find(([name]) => name === get('cv'))?.[1] ?? null,
    partnerId: partner !== null && isUuid.test(partner) ? partner : null,
    silentSince: silent !== null && isDay(silent) ? silent : null,
    consents: yesNo('accord'),
    eligible: yesNo('eligible'),
    ownerId: get('suivi') === 'moi' ? me : null,
    sort: key ?? null,
    descending: sort.direction === 'descending',
  };
}
