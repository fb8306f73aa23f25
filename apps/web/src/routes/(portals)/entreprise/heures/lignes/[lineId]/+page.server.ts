import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  story: await ask(event, api(event).hours.showLine.query({ lineId: event.params.lineId })),
});
