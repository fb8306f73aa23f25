import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { optionalText, submit, text, wholeNumber } from '#lib/server/form.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).contract.logBought.mutate({
        reference: text(form, 'reference'),
        object: text(form, 'object'),
        lotNumber: optionalText(form, 'lotNumber'),
        holderSiret: optionalText(form, 'holderSiret'),
        holderName: optionalText(form, 'holderName'),
        notifiedOn: text(form, 'notifiedOn'),
        endsOn: optionalText(form, 'endsOn'),
        dueHours: wholeNumber(form, 'dueHours') ?? 0,
      }),
    );
    if ('done' in answer) redirect(303, `/acheteur/marches/${answer.done.contractId}?fait=oui`);
    return answer;
  },
};
