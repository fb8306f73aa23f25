import { readPage } from '@jonction/ui/address';
import { answersOf } from '#lib/census/answer-form.ts';
import { api, ask } from '#lib/server/api.ts';
import { submit, text, typed } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const pageSize = 50;

export const load: PageServerLoad = async (event) => {
  const page = readPage(event.url);
  const [asked, promises] = await Promise.all([
    ask(event, api(event).census.listAsked.query({ page, pageSize })),
    ask(event, api(event).census.listPromises.query({})),
  ]);
  return { ...asked, promises, page, pageSize };
};

export const actions: Actions = {
  repondre: async (event) => {
    const form = await event.request.formData();
    const given = { campaignId: text(form, 'campaignId'), answers: answersOf(form) };
    const answer = await submit(event, form, () => api(event).census.answerAsked.mutate(given));
    return 'done' in answer ? { answered: answer.done, values: typed(form), campaignId: given.campaignId } : answer;
  },
};
