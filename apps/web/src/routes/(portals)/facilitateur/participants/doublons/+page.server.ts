import { readPage } from '@jonction/ui/address';
import { api, ask } from '#lib/server/api.ts';
import { submit } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const pageSize = 40;
const scores: Readonly<Record<string, number>> = { probables: 50, 'tres-probables': 75 };

export const load: PageServerLoad = async (event) => {
  const page = readPage(event.url);
  const least = event.url.searchParams.get('ressemblance') ?? '';
  const list = await ask(
    event,
    api(event).participant.listDuplicates.query({ page, pageSize, leastScore: scores[least] ?? 0 }),
  );
  return { list, page, pageSize, least: least in scores ? least : '', said: event.url.searchParams.get('fait') };
};

export const actions: Actions = {
  chercher: async (event) =>
    submit(event, await event.request.formData(), () => api(event).participant.lookForDuplicates.mutate()),
};
