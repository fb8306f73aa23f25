import { parisDayOf } from '@jonction/domain/shared/day';
import { readPage, readSort } from '@jonction/ui/address';
import { readView } from '#lib/offer/view.ts';
import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

const pageSize = 50;

export const load: PageServerLoad = async (event) => {
  const { url } = event;
  const view = readView(url.searchParams.get('etat'));
  const words = url.searchParams.get('q')?.trim() ?? '';
  const sort = readSort(url, ['title', 'start', 'recent'], { by: 'recent', direction: 'descending' });
  const page = readPage(url);
  const list = await ask(
    event,
    api(event).offer.list.query({
      words,
      statuses: [...view.statuses],
      sort: sort.by as 'title' | 'start' | 'recent',
      descending: sort.direction === 'descending',
      page,
      pageSize,
    }),
  );
  return { today: parisDayOf(new Date()), list, view: view.name, words, sort, page, pageSize };
};
