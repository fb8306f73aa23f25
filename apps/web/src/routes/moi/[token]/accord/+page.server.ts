import { redirect } from '@sveltejs/kit';
import { text } from '#lib/server/form.ts';
import { homeOf, ownPage, submitOwn } from '#lib/server/own-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  own: await ownPage(event),
  home: homeOf(event),
  /** The second of two steps: nothing is taken back by one press. */
  sure: event.url.searchParams.has('retirer'),
  said: event.url.searchParams.get('fait'),
});

export const actions: Actions = {
  retirer: async (event) => {
    const form = await event.request.formData();
    const answer = await submitOwn(event, form, (client) => client.participant.withdrawOwnConsent.mutate());
    if (!('done' in answer)) return answer;
    redirect(303, `${homeOf(event)}/accord?fait=non`);
  },

  donner: async (event) => {
    const form = await event.request.formData();
    const textVersion = text(form, 'version');
    const answer = await submitOwn(event, form, (client) => client.participant.giveOwnConsent.mutate({ textVersion }));
    if (!('done' in answer)) return answer;
    redirect(303, `${homeOf(event)}/accord?fait=oui`);
  },
};
