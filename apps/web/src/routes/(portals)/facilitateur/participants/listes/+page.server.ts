import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  lists: await ask(event, api(event).bank.listShortlists.query()),
});
