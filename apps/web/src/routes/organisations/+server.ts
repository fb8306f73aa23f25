import { organisationKinds } from '@jonction/domain/access/role';
import { json } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import type { RequestHandler } from './$types';

/** Choices for a box that finds a buyer or a company as one types: `?genre=buyer&q=mont`. */
export const GET: RequestHandler = async (event) => {
  const kind = organisationKinds.find((known) => known === event.url.searchParams.get('genre'));
  const text = (event.url.searchParams.get('q') ?? '').slice(0, 200);
  const found = await ask(
    event,
    api(event).organisation.search.query({ text, kinds: kind ? [kind] : null, limit: 20 }),
  );
  return json(found.map(({ id, name, identifier }) => ({ value: id, label: name, hint: identifier ?? undefined })));
};
