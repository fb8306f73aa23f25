import { linePageSize, lineQuestion, readLineAddress } from '#lib/hours/line-address.ts';
import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = readLineAddress(event.url);
  const { filter } = asked;
  const [answer, clauses] = await Promise.all([
    ask(event, api(event).hours.listLines.query(lineQuestion(asked))),
    ask(event, api(event).contract.searchClauses.query({ limit: 50 })),
  ]);
  const contracts = new Map(
    clauses.map(({ contractId, object, reference }) => [contractId, `${object} (${reference})`]),
  );
  const [first] = answer.rows;
  if (first && filter.contractId && !contracts.has(filter.contractId))
    contracts.set(filter.contractId, first.contractObject);
  return {
    ...answer,
    ...asked,
    pageSize: linePageSize,
    contracts: [...contracts].map(([value, label]) => ({ value, label })),
  };
};
