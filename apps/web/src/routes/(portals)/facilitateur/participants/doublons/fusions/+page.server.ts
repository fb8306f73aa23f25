import { parisDayOf } from '@jonction/domain/shared/day';
import { readPage } from '@jonction/ui/address';
import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

const pageSize = 40;

export const load: PageServerLoad = async (event) => {
  const page = readPage(event.url);
  const list = await ask(event, api(event).participant.listMerges.query({ page, pageSize }));
  return { list, page, pageSize, today: parisDayOf(new Date()) };
};
