import { contactChannels, contactOutcomes, contactPurposes } from '@jonction/domain/contact/outcome';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { optionalText, submit, text } from '#lib/server/form.ts';
import { ownPath } from '#lib/server/guard.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  /** One click while phoning: kept, and back to where she was. */
  noter: async (event) => {
    const { participantId } = event.params;
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).contact.log.mutate({
        participantId,
        channel: contactChannels.find((channel) => channel === text(form, 'channel')) ?? 'phone',
        outcome: contactOutcomes.find((outcome) => outcome === text(form, 'outcome')) ?? 'no_answer',
        purpose: contactPurposes.find((purpose) => purpose === text(form, 'purpose')) ?? 'follow_up',
        note: optionalText(form, 'note'),
      }),
    );
    if (!('done' in answer)) return answer;
    const back = new URL(ownPath(text(form, 'retour'), event.url, event.url.pathname), event.url);
    redirect(303, `${back.pathname}?fait=contact`);
  },
};
