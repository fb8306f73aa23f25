import { readPage } from '@jonction/ui/address';
import { answersOf } from '#lib/census/answer-form.ts';
import { api, ask } from '#lib/server/api.ts';
import { submit, text, typed } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const pageSize = 50;
const views = { attente: 'waiting', repondus: 'answered', changes: 'changed' } as const;
const sources = ['phone', 'mail', 'meeting'] as const;

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const voir = searchParams.get('voir') ?? '';
  const only = Object.entries(views).find(([name]) => name === voir)?.[1];
  const askId = searchParams.get('demande');
  const page = readPage(event.url);
  const question = {
    ...{ campaignId: event.params.campaignId, page, pageSize },
    ...(only ? { only } : {}),
    ...(askId ? { askId } : {}),
  };
  return { ...(await ask(event, api(event).census.listCampaignRows.query(question))), voir, askId, page, pageSize };
};

export const actions: Actions = {
  /** What somebody said on the phone, by mail or in a meeting. */
  repondre: async (event) => {
    const form = await event.request.formData();
    const given = {
      ...{ campaignId: event.params.campaignId, askId: event.url.searchParams.get('demande') ?? '' },
      ...{ saidBy: text(form, 'saidBy'), answers: answersOf(form) },
      source: sources.find((one) => one === text(form, 'source')) ?? 'phone',
    };
    const answer = await submit(event, form, () => api(event).census.answerFor.mutate(given));
    return 'done' in answer ? { answered: answer.done, values: typed(form) } : answer;
  },
};
