import { parisDayOf } from '@jonction/domain/shared/day';
import { readPage } from '@jonction/ui/address';
import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const pageSize = 20;

export const load: PageServerLoad = async (event) => {
  const page = readPage(event.url);
  const waiting = event.url.searchParams.get('vue') !== 'repondues';
  const list = await ask(event, api(event).participant.listRecommendations.query({ page, pageSize, waiting }));
  return { list, page, pageSize, waiting, today: parisDayOf(new Date()) };
};

export const actions: Actions = {
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
