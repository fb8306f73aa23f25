import { readPage } from '@jonction/ui/address';
import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

const pageSize = 50;

/** `?vue=closes&page=2`. */
export const load: PageServerLoad = async (event) => {
  const page = readPage(event.url);
  const open = event.url.searchParams.get('vue') !== 'closes';
  const {
    rows,
    total,
    open: waiting,
  } = await ask(event, api(event).hours.listContests.query({ open, page, pageSize }));
  return { rows, total, waiting, page, pageSize, open };
};
