import { legalStates } from '@jonction/domain/legal/scope';
import { redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

/** `?q=prolonger&etat=in_force` */
export const load: PageServerLoad = async (event) => {
  const words = event.url.searchParams.get('q')?.trim().slice(0, 200) ?? '';
  const state = legalStates.find((known) => known === event.url.searchParams.get('etat')) ?? null;
  const library = await ask(event, api(event).legal.list.query({ words, state }));
  return { ...library, words, state };
};

export const actions: Actions = {
  prendre: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () => api(event).legal.adopt.mutate({ code: text(form, 'code') }));
    if (!('done' in answer)) return answer;
    return redirect(303, `/facilitateur/textes/${answer.done.textId}`);
  },
};
