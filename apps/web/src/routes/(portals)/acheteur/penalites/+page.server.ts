import { readPage } from '@jonction/ui/address';
import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const page = readPage(event.url);
  return { page, list: await ask(event, api(event).penalty.list.query({ page })) };
};
