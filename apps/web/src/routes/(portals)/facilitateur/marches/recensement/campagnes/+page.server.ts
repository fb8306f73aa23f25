import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [campaigns, promises] = await Promise.all([
    ask(event, api(event).census.listCampaigns.query()),
    ask(event, api(event).census.listPromises.query({})),
  ]);
  return { campaigns, promises };
};
