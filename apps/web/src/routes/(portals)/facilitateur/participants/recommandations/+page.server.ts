import { parisDayOf } from '@jonction/domain/shared/day';
import { readPage } from '@jonction/ui/address';
import { redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import { withoutAction } from '#lib/shell/action-at.ts';
import type { Actions, PageServerLoad } from './$types';

const pageSize = 20;

export const load: PageServerLoad = async (event) => {
  const page = readPage(event.url);
  const waiting = event.url.searchParams.get('vue') !== 'repondues';
  const list = await ask(event, api(event).participant.listRecommendations.query({ page, pageSize, waiting }));
  return { list, page, pageSize, waiting, today: parisDayOf(new Date()) };
};

export const actions: Actions = {
  etudier: async (event) => {
    const form = await event.request.formData();
    const recommendationId = text(form, 'recommendationId');
    const answer = await submit(event, form, () =>
      api(event).participant.takeUpRecommendation.mutate({ recommendationId }),
    );
    return 'done' in answer ? redirect(303, withoutAction(event.url)) : answer;
  },
  repondre: async (event) => {
    const form = await event.request.formData();
    const status = text(form, 'status') === 'declined' ? 'declined' : 'accepted';
    return submit(event, form, () =>
      api(event).participant.answerRecommendation.mutate({
        recommendationId: text(form, 'recommendationId'),
        status,
        answer: text(form, 'answer'),
      }),
    );
  },
};
