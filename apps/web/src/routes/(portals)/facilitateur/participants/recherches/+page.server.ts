import { alertPaces } from '@jonction/domain/bank/alert';
import { redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  searches: await ask(event, api(event).bank.listSearches.query()),
});

const back = '/facilitateur/participants/recherches';

export const actions: Actions = {
  renommer: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).bank.renameSearch.mutate({
        searchId: text(form, 'searchId'),
        name: text(form, 'name'),
        shared: text(form, 'shared') !== '',
      }),
    );
    return 'done' in answer ? redirect(303, back) : answer;
  },
  supprimer: async (event) => {
    const form = await event.request.formData();
    const searchId = text(form, 'searchId');
    const answer = await submit(event, form, () => api(event).bank.deleteSearch.mutate({ searchId }));
    return 'done' in answer ? redirect(303, back) : answer;
  },
  alerte: async (event) => {
    const form = await event.request.formData();
    const pace = alertPaces.find((one) => one === text(form, 'pace')) ?? null;
    const searchId = text(form, 'searchId');
    const answer = await submit(event, form, () => api(event).bank.setAlert.mutate({ searchId, pace }));
    return 'done' in answer ? redirect(303, back) : answer;
  },
};
