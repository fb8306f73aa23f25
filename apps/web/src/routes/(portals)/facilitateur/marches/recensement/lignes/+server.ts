import { json } from '@sveltejs/kit';
import { readCensusAddress, windowRows } from '#lib/census/address.ts';
import { api, ask } from '#lib/server/api.ts';
import type { RequestHandler } from './$types';

/** A window of the grid while somebody scrolls: the filters of the page and `debut`, the first row. */
export const GET: RequestHandler = async (event) => {
  const from = Number(event.url.searchParams.get('debut') ?? 0);
  const question = {
    ...readCensusAddress(event.url),
    from: Number.isInteger(from) && from >= 0 ? from : 0,
    rows: windowRows,
  };
  return json(await ask(event, api(event).census.list.query(question)));
};
