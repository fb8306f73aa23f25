import { json } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import type { RequestHandler } from './$types';

/** Communes as one types a name or a postal code: `/communes?q=7501`. */
export const GET: RequestHandler = async (event) => {
  const typed = (event.url.searchParams.get('q') ?? '').trim().slice(0, 100);
  if (typed === '') return json([]);
  const found = await ask(event, api(event).reference.communes.query({ typed, limit: 8 }));
  return json(found.map(({ postalCode, name }) => ({ value: postalCode, label: `${postalCode} ${name}`, name })));
};
