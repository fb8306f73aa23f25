import { addMonths, parisDayOf } from '@jonction/domain/shared/day';
import { readPage } from '@jonction/ui/address';
import { knownDay } from '#lib/hours/known-day.ts';
import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

const pageSize = 50;

/** `?mois=2020-04&page=2`; without a month, the last one that is over: the one being declared. */
export const load: PageServerLoad = async (event) => {
  const asked = event.url.searchParams.get('mois') ?? '';
  const over = addMonths(`${parisDayOf(new Date()).slice(0, 7)}-01`, -1).slice(0, 7);
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : over;
  const past = knownDay(event.url);
  const page = readPage(event.url);
  const grid = await ask(
    event,
    api(event).hours.showMonth.query({ month, ...(past ? { knownOn: past } : {}), page, pageSize }),
  );
  return {
    ...grid,
    month,
    past,
    page,
    pageSize,
    before: addMonths(`${month}-01`, -1).slice(0, 7),
    after: addMonths(`${month}-01`, 1).slice(0, 7),
  };
};
