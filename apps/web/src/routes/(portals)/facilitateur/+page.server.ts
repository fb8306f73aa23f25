import { redirect } from '@sveltejs/kit';
import { readTodayView } from '#lib/report/today-item.ts';
import { api, ask } from '#lib/server/api.ts';
import { optionalText, submit, text } from '#lib/server/form.ts';
import { withoutAction } from '#lib/shell/action-at.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  return {
    report: await ask(event, api(event).report.today.query()),
    view: readTodayView(searchParams.get('voir')).name,
    mine: searchParams.get('qui') === 'moi',
  };
};

export const actions: Actions = {
  ouverte: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).offer.confirmOpen.mutate({ offerId: text(form, 'offerId') }),
    );
    return 'done' in answer ? redirect(303, withoutAction(event.url)) : answer;
  },
  suivre: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).participant.follow.mutate({
        participantId: text(form, 'participantId'),
        ownerId: optionalText(form, 'ownerId'),
        nextAction: optionalText(form, 'nextAction'),
        nextActionOn: optionalText(form, 'nextActionOn'),
      }),
    );
    return 'done' in answer ? redirect(303, withoutAction(event.url)) : answer;
  },
};
