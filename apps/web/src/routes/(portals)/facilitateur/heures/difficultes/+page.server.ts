import { readPage } from '@jonction/ui/address';
import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const pageSize = 30;

export const load: PageServerLoad = async (event) => {
  const page = readPage(event.url);
  return { ...(await ask(event, api(event).hours.listDifficulties.query({ page, pageSize }))), page, pageSize };
};

export const actions: Actions = {
  repondre: async (event) => {
    const form = await event.request.formData();
    const said = { difficultyId: text(form, 'difficultyId'), body: text(form, 'body') };
    return submit(event, form, () => api(event).hours.answerDifficulty.mutate(said));
  },
};
