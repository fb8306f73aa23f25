import { readCensusAddress, readColumns } from '#lib/census/address.ts';
import { api, ask, callApi } from '#lib/server/api.ts';
import type { RequestHandler } from './$types';

/** The census as it is seen, as a sheet: the filters, days, order and columns of the address. A refusal is said in a sentence. */
export const GET: RequestHandler = async (event) => {
  const { columns } = await ask(event, api(event).census.showSettings.query());
  const body = JSON.stringify({ question: readCensusAddress(event.url), columns: readColumns(event.url, columns) });
  const headers = { 'content-type': 'application/json' };
  return callApi(event, '/api/exports/census', { method: 'POST', body, headers });
};
