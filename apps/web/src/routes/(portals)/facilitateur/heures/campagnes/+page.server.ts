import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  campaigns: await ask(event, api(event).hours.listCampaigns.query()),
});
