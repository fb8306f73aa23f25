import { redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import { submit } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  merge: await ask(event, api(event).participant.showMerge.query(event.params)),
  done: event.url.searchParams.get('fait') === 'fusion',
});

export const actions: Actions = {
  annuler: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () => api(event).participant.undoMerge.mutate(event.params));
    if (!('done' in answer)) return answer;
    redirect(303, '/facilitateur/participants/doublons?fait=separees');
  },
};
