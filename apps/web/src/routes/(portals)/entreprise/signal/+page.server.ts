import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  signal: await ask(event, api(event).report.showReliability.query({})),
});
