import { readPage } from '@jonction/ui/address';
import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

const pageSize = 30;
const shown = { attendus: 'wanted', 'a-verifier': 'received' } as const;

export const load: PageServerLoad = async (event) => {
  const page = readPage(event.url);
  const given = event.url.searchParams.get('voir') ?? '';
  const only = given in shown ? shown[given as keyof typeof shown] : null;
  return { only, page, pageSize, papers: await ask(event, api(event).paper.overview.query({ page, pageSize, only })) };
};
