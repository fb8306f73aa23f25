import { hourStatuses } from '@jonction/domain/hours/outcome';
import { readPage } from '@jonction/ui/address';
import { knownDay } from './known-day.ts';

export const linePageSize = 50;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** `?mois=2020-04&etat=pending&marche=ID&embauche=ID&tard=oui&connu=2020-05-31&page=2`; anything odd is left out. */
export function readLineAddress(url: URL) {
  const get = (name: string) => url.searchParams.get(name) ?? '';
  const status = hourStatuses.find((known) => known === get('etat'));
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(get('mois')) ? get('mois') : undefined;
  const named = (name: string) => (uuid.test(get(name)) ? get(name) : undefined);
  const filter = {
    ...(month ? { month } : {}),
    ...(status ? { status } : {}),
    ...(named('marche') ? { contractId: named('marche') } : {}),
    ...(named('embauche') ? { placementId: named('embauche') } : {}),
    ...(named('entreprise') ? { employerId: named('entreprise') } : {}),
    ...(get('tard') === 'oui' ? { late: true } : {}),
  };
  return { filter, past: knownDay(url), page: readPage(url) };
}

/** The same as the list of lines is asked. */
export function lineQuestion({ filter, past, page }: ReturnType<typeof readLineAddress>) {
  return { ...filter, ...(past ? { knownOn: past } : {}), page, pageSize: linePageSize };
}
