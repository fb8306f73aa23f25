import { prospectStages } from '@jonction/domain/prospect/prospect';
import { parisDayOf } from '@jonction/domain/shared/day';
import { readPage } from '@jonction/ui/address';
import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

const pageSize = 40;

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const text = (searchParams.get('q') ?? '').slice(0, 200);
  const stage = prospectStages.find((one) => one === searchParams.get('etape')) ?? null;
  const [mine, due] = [searchParams.has('moi'), searchParams.has('afaire')];
  const page = readPage(event.url);
  const list = await ask(
    event,
    api(event).prospect.list.query({ text, stages: stage ? [stage] : [], mine, due, page, pageSize }),
  );
  return { list, text, stage, mine, due, page, pageSize, today: parisDayOf(new Date()) };
};
