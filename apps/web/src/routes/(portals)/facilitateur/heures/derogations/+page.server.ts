import { readPage } from '@jonction/ui/address';
import { api, ask } from '#lib/server/api.ts';
import { decideHours } from '#lib/server/effort-actions.ts';
import type { Actions, PageServerLoad } from './$types';

const pageSize = 30;

export const load: PageServerLoad = async (event) => {
  const page = readPage(event.url);
  return { ...(await ask(event, api(event).hours.listDerogations.query({ page, pageSize }))), page, pageSize };
};

export const actions: Actions = { trancher: (event) => decideHours(event) };
