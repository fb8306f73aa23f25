import { readPage } from '@jonction/ui/address';
import { api, ask } from '#lib/server/api.ts';
import { proveContact } from '#lib/server/contact-actions.ts';
import type { Actions, PageServerLoad } from './$types';

const pageSize = 40;

export const load: PageServerLoad = async (event) => {
  const page = readPage(event.url);
  const text = (event.url.searchParams.get('q') ?? '').slice(0, 200);
  const list = await ask(event, api(event).organisation.listStaleContacts.query({ page, pageSize, text }));
  return { list, page, pageSize, text };
};

export const actions: Actions = { prouver: proveContact };
