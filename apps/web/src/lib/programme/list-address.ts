import { plannedStatuses } from '@jonction/domain/programme/life';
import { plannedWaits } from '@jonction/domain/programme/planned';
import { type ListAddress, readPage } from '@jonction/ui/address';

const pageSize = 50;

/** The question that an address of the list asks. */
export function plannedQuestion(url: ListAddress & { searchParams: URLSearchParams }) {
  const get = (name: string) => url.searchParams.get(name) ?? '';
  return {
    year: /^20\d\d$/.test(get('annee')) ? Number(get('annee')) : null,
    text: get('q').slice(0, 200),
    status: plannedStatuses.find((status) => status === get('etat')) ?? null,
    waits: plannedWaits.find((waits) => waits === get('attend')) ?? null,
    mine: url.searchParams.has('moi'),
    page: readPage(url),
    pageSize,
  };
}
