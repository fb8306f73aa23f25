import { participantStatuses } from '@jonction/domain/participant/status';
import { redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import { readParticipant } from '#lib/server/participant-fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const options = await ask(event, api(event).reference.occupationLabels.query({ codes: null }));
  return { occupationOptions: options.map(({ code, label }) => ({ value: code, label, hint: code })) };
};

export const actions: Actions = {
  default: async (event) => {
    const { participantId } = event.params;
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).participant.update.mutate({
        participantId,
        version: Number(text(form, 'version')),
        status: participantStatuses.find((status) => status === text(form, 'status')) ?? 'available',
        ...readParticipant(form),
      }),
    );
    if (!('done' in answer)) return answer;
    redirect(303, `/facilitateur/participants/${participantId}`);
  },
};
