import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { confirmAgain } from '#lib/server/confirm-action.ts';
import { optionalText, submit, text } from '#lib/server/form.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  confirmer: (event) => confirmAgain(event),
  suivre: async (event) => {
    const { participantId } = event.params;
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).participant.follow.mutate({
        participantId,
        ownerId: optionalText(form, 'ownerId'),
        nextAction: optionalText(form, 'nextAction'),
        nextActionOn: optionalText(form, 'nextActionOn'),
      }),
    );
    if (!('done' in answer)) return answer;
    redirect(303, `/facilitateur/participants/${participantId}?fait=suivi`);
  },
  separer: async (event) => {
    const { participantId } = event.params;
    const form = await event.request.formData();
    const mergeId = text(form, 'mergeId');
    const answer = await submit(event, form, () => api(event).participant.undoMerge.mutate({ mergeId }));
    if (!('done' in answer)) return answer;
    redirect(303, `/facilitateur/participants/${participantId}?fait=separees`);
  },
  deux: async (event) => {
    const { participantId } = event.params;
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).participant.dismissDuplicate.mutate({ participantId, otherId: text(form, 'otherId') }),
    );
    if (!('done' in answer)) return answer;
    redirect(303, `/facilitateur/participants/${participantId}`);
  },
};
