import { readPage } from '@jonction/ui/address';
import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

const pageSize = 30;

export const load: PageServerLoad = async (event) => {
  const get = (name: string) => event.url.searchParams.get(name) ?? '';
  const question = {
    text: get('q').slice(0, 200),
    liveOnly: get('vivants') === 'oui',
    withClause: get('clause') === 'oui',
    page: readPage(event.url),
    pageSize,
  };
  return { question, pageSize, ...(await ask(event, api(event).contract.listBought.query(question))) };
};
