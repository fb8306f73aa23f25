import { parisDayOf } from '@jonction/domain/shared/day';
import { readPage } from '@jonction/ui/address';
import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

const pageSize = 50;

export const load: PageServerLoad = async (event) => {
  const number = readPage(event.url);
  return {
    today: parisDayOf(new Date()),
    number,
    pageSize,
    list: await ask(event, api(event).matching.listForgotten.query({ page: number, pageSize })),
  };
};
