import { readPage } from '@jonction/ui/address';
import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

const pageSize = 50;

export const load: PageServerLoad = async (event) => {
  const page = readPage(event.url);
  const text = event.url.searchParams.get('q')?.trim().slice(0, 200) || null;
  const client = api(event);
  const [people, rate] = await Promise.all([
    ask(event, client.participant.listMine.query({ page, pageSize, text })),
    ask(event, client.participant.showUseRate.query()),
  ]);
  return { people, rate, page, pageSize, text };
};
