import { readPage } from '@jonction/ui/address';
import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const pageSize = 100;

export const load: PageServerLoad = async (event) => {
  const page = readPage(event.url);
  const waitingOnly = event.url.searchParams.get('voir') === 'attente';
  const { campaignId } = event.params;
  const question = { campaignId, waitingOnly, page, pageSize };
  return { ...(await ask(event, api(event).census.showCampaign.query(question))), waitingOnly, page, pageSize };
};

export const actions: Actions = {
  relancer: async (event) => {
    const form = await event.request.formData();
    const given = { campaignId: event.params.campaignId, askId: text(form, 'askId') };
    const answer = await submit(event, form, () => api(event).census.remindAsk.mutate(given));
    return 'done' in answer ? { reminded: answer.done } : answer;
  },
  envois: async (event) => {
    const form = await event.request.formData();
    const given = { campaignId: event.params.campaignId, held: text(form, 'held') === 'yes' };
    return submit(event, form, () => api(event).census.holdCampaign.mutate(given));
  },
  clore: async (event) => {
    const form = await event.request.formData();
    const { campaignId } = event.params;
    const answer = await submit(event, form, () => api(event).census.closeCampaign.mutate({ campaignId }));
    return 'done' in answer ? { closed: answer.done } : answer;
  },
};
