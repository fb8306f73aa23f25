import { parisDayOf } from '@jonction/domain/shared/day';
import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  today: parisDayOf(new Date()),
  caps: await ask(event, api(event).positioning.showCaps.query()),
  received: await ask(event, api(event).positioning.listReceived.query()),
});
