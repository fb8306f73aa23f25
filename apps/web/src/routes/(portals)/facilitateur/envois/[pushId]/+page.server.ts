import { parisDayOf } from '@jonction/domain/shared/day';
import { redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import { submit } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  today: parisDayOf(new Date()),
  push: await ask(event, api(event).positioning.showPush.query({ pushId: event.params.pushId })),
  done: event.url.searchParams.get('fait'),
});

export const actions: Actions = {
  renouveler: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).positioning.renewLink.mutate({ pushId: event.params.pushId }),
    );
    return 'done' in answer ? redirect(303, `${event.url.pathname}?fait=lien`) : answer;
  },
};
