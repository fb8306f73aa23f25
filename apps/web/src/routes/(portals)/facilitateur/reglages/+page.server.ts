import { redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import { submit, wholeNumber } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const number = (form: FormData, name: string) => wholeNumber(form, name) ?? Number.NaN;

export const load: PageServerLoad = async (event) => ({
  over: await ask(event, api(event).positioning.overCaps.query()),
  done: event.url.searchParams.get('fait') === 'limites',
});

export const actions: Actions = {
  attente: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).positioning.setCaps.mutate({ offer: number(form, 'offer'), company: number(form, 'company') }),
    );
    return 'done' in answer ? redirect(303, `${event.url.pathname}?fait=limites`) : answer;
  },

  personne: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () => api(event).bank.setOpenCap.mutate({ most: number(form, 'most') }));
    return 'done' in answer ? redirect(303, `${event.url.pathname}?fait=limites`) : answer;
  },
};
