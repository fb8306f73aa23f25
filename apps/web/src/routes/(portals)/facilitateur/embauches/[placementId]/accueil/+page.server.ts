import { redirect } from '@sveltejs/kit';
import { readKit } from '#lib/placement/arrival.ts';
import { api, ask } from '#lib/server/api.ts';
import { optionalText, submit } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  kit: await ask(event, api(event).placement.showArrival.query({ placementId: event.params.placementId })),
  done: event.url.searchParams.get('fait') === 'kit',
});

export const actions: Actions = {
  completer: async (event) => {
    const form = await event.request.formData();
    const kit = readKit(form, event.params.placementId);
    const answer = await submit(event, form, () => api(event).placement.saveArrival.mutate(kit));
    return 'done' in answer ? redirect(303, `${event.url.pathname}?fait=kit`) : answer;
  },

  envoyer: async (event) => {
    const form = await event.request.formData();
    const { placementId } = event.params;
    const answer = await submit(event, form, () =>
      api(event).placement.tellArrival.mutate({ placementId, email: optionalText(form, 'email') }),
    );
    return 'done' in answer ? { sent: answer.done.email } : answer;
  },
};
