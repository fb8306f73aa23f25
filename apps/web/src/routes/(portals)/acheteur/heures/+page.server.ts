import { readPage } from '@jonction/ui/address';
import { api, ask } from '#lib/server/api.ts';
import { readDirectorateOf, readYear } from '#lib/server/purchases.ts';
import type { PageServerLoad } from './$types';

const pageSize = 50;

export const load: PageServerLoad = async (event) => {
  const question = {
    year: readYear(event.url),
    directorateId: readDirectorateOf(event.url),
    page: readPage(event.url),
    pageSize,
  };
  const [hours, directorates] = await Promise.all([
    ask(event, api(event).report.showBoughtHours.query(question)),
    ask(event, api(event).organisation.listDirectorates.query({})),
  ]);
  return { question, hours, directorates: directorates.rows.filter(({ endedOn }) => endedOn === null) };
};
