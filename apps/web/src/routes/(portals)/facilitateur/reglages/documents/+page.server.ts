import { timedKinds } from '@jonction/domain/paper/timed';
import { redirect } from '@sveltejs/kit';
import { oneOf } from '#lib/contract/event-form.ts';
import { api, ask } from '#lib/server/api.ts';
import { submit, text, wholeNumber } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  validity: await ask(event, api(event).paper.showValidity.query()),
});

export const actions: Actions = {
  duree: async (event) => {
    const form = await event.request.formData();
    const number = (name: string) => wholeNumber(form, name) ?? Number.NaN;
    const set = { kind: oneOf(timedKinds, text(form, 'kind')), months: number('months'), from: number('from') };
    const answer = await submit(event, form, () => api(event).paper.setValidity.mutate(set));
    return 'done' in answer ? redirect(303, `${event.url.pathname}?fait=oui`) : answer;
  },
};
