import { redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import { submit } from '#lib/server/form.ts';
import { readParticipant } from '#lib/server/participant-fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const options = await ask(event, api(event).reference.occupationLabels.query({ codes: null }));
  return { occupationOptions: options.map(({ code, label }) => ({ value: code, label, hint: code })) };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () => api(event).participant.create.mutate(readParticipant(form)));
    if (!('done' in answer)) return answer;
    redirect(303, `/facilitateur/participants/${answer.done.participantId}`);
  },
};
