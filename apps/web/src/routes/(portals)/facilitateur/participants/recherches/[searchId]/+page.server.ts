import { redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import { submit } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const { searchId } = event.params;
  const [news, searches] = await Promise.all([
    ask(event, client.bank.showNews.query({ searchId })),
    ask(event, client.bank.listSearches.query()),
  ]);
  return { news, search: searches.find(({ id }) => id === searchId) ?? null };
};

export const actions: Actions = {
  vu: async (event) => {
    const { searchId } = event.params;
    const form = await event.request.formData();
    const answer = await submit(event, form, () => api(event).bank.markSeen.mutate({ searchId }));
    return 'done' in answer ? redirect(303, event.url.pathname) : answer;
  },
  arreter: async (event) => {
    const { searchId } = event.params;
    const form = await event.request.formData();
    const answer = await submit(event, form, () => api(event).bank.setAlert.mutate({ searchId, pace: null }));
    return 'done' in answer ? redirect(303, event.url.pathname) : answer;
  },
};
