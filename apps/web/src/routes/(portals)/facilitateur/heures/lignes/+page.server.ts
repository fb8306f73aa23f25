import { hourStatuses } from '@jonction/domain/hours/outcome';
import { readPage } from '@jonction/ui/address';
import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

const pageSize = 50;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** `?mois=2020-04&etat=pending&marche=ID&embauche=ID&page=2`; anything odd is left out. */
export const load: PageServerLoad = async (event) => {
  const get = (name: string) => event.url.searchParams.get(name) ?? '';
  const status = hourStatuses.find((known) => known === get('etat'));
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(get('mois')) ? get('mois') : undefined;
  const named = (name: string) => (uuid.test(get(name)) ? get(name) : undefined);
  const filter = {
    ...(month ? { month } : {}),
    ...(status ? { status } : {}),
    ...(named('marche') ? { contractId: named('marche') } : {}),
    ...(named('embauche') ? { placementId: named('embauche') } : {}),
    ...(named('entreprise') ? { employerId: named('entreprise') } : {}),
  };
  const page = readPage(event.url);
  const [answer, clauses] = await Promise.all([
    ask(event, api(event).hours.listLines.query({ ...filter, page, pageSize })),
    ask(event, api(event).contract.searchClauses.query({ limit: 50 })),
  ]);
  const contracts = new Map(
    clauses.map(({ contractId, object, reference }) => [contractId, `${object} (${reference})`]),
  );
  const [first] = answer.rows;
  if (first && filter.contractId && !contracts.has(filter.contractId))
    contracts.set(filter.contractId, first.contractObject);
  return { ...answer, filter, page, pageSize, contracts: [...contracts].map(([value, label]) => ({ value, label })) };
};
