import type { ContractListQuestion, ContractSort } from '@jonction/domain/contract/contract';
import { contractSorts, socialAnswers } from '@jonction/domain/contract/contract';
import { contractStatuses } from '@jonction/domain/contract/lifecycle';
import { type ListAddress, readPage, readSort } from '@jonction/ui/address';

export const pageSize = 50;
export const sortOfColumn: Readonly<Record<string, ContractSort>> = {
  objet: 'object',
  acheteur: 'buyer',
  statut: 'status',
  notifie: 'notified',
  fin: 'ends',
  montant: 'amount',
};
export const newestFirst = { by: 'notifie', direction: 'descending' } as const;

/** What the address of the list asks: `?q=voirie&statut=active&dep=75&tri=-montant&registre=oui`. Anything odd is left out. */
export function readListAddress(url: ListAddress): Partial<ContractListQuestion> {
  const get = (name: string) => url.searchParams.get(name)?.trim() ?? '';
  const sort = readSort(url, Object.keys(sortOfColumn), newestFirst);
  const sortName = sortOfColumn[sort.by];
  const status = contractStatuses.find((known) => known === get('statut'));
  return {
    scope: get('registre') === 'oui' ? 'register' : 'mine',
    text: get('q').slice(0, 200),
    statuses: status ? [status] : [],
    buyerId: uuidOrNull(get('acheteur')),
    directorateId: uuidOrNull(get('direction')),
    holderId: uuidOrNull(get('titulaire')),
    department: /^(\d{2,3}|2[abAB])$/.test(get('dep')) ? get('dep') : null,
    cpv: /^\d{2,8}$/.test(get('cpv')) ? get('cpv') : null,
    social: socialAnswers.find((known) => known === get('social')) ?? null,
    liveOnly: get('vivants') === 'oui',
    withClause: get('clause') === 'oui',
    facilitatorId: uuidOrNull(get('suivi')),
    sort: contractSorts.find((known) => known === sortName) ?? 'notified',
    descending: sort.direction === 'descending',
    page: readPage(url),
    pageSize,
  };
}

function uuidOrNull(value: string): string | null {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value) ? value : null;
}
