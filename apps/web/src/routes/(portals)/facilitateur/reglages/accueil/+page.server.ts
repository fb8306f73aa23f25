import { redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  model: await ask(event, api(event).placement.showArrivalModel.query()),
  done: event.url.searchParams.get('fait') === 'modele',
});

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).placement.setArrivalModel.mutate({
        safety: text(form, 'safety'),
        checklist: text(form, 'checklist').split(/\r?\n/),
        declaring: text(form, 'declaring'),
      }),
    );
    return 'done' in answer ? redirect(303, `${event.url.pathname}?fait=modele`) : answer;
  },
};
