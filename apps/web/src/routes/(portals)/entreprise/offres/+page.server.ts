import { parisDayOf } from '@jonction/domain/shared/day';
import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  today: parisDayOf(new Date()),
  list: await ask(event, api(event).offer.listMine.query()),
  done: event.url.searchParams.get('fait') === 'demande',
});
