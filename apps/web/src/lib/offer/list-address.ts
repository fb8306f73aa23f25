import { readPage, readSort } from '@jonction/ui/address';
import { readView } from './view.ts';

export const offerPageSize = 50;
const sorts = ['title', 'start', 'recent'] as const;

/** What an address of the offers asks: `?etat=pourvues&q=nettoyage&tri=-start&page=2`. Anything odd is left out. */
export function readOfferAddress(url: URL) {
  const view = readView(url.searchParams.get('etat'));
  const sort = readSort(url, sorts, { by: 'recent', direction: 'descending' });
  const words = url.searchParams.get('q')?.trim() ?? '';
  const page = readPage(url);
  return {
    ...{ view, sort, words, page },
    question: {
      ...{ words, statuses: [...view.statuses], page, pageSize: offerPageSize },
      sort: sorts.find((known) => known === sort.by) ?? 'recent',
      descending: sort.direction === 'descending',
    },
  };
}
