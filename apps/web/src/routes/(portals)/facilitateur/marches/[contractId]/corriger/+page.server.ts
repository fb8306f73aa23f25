import { speakableSources } from '@jonction/domain/contract/said';
import { redirect } from '@sveltejs/kit';
import { oneOf } from '#lib/contract/event-form.ts';
import { cents } from '#lib/contract/typed.ts';
import { api, ask } from '#lib/server/api.ts';
import { optionalText, submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { contractId } = event.params;
  const shown = await ask(event, api(event).contract.show.query({ contractId }));
  // What a team does not follow, it does not correct.
  if (!shown.attachment) redirect(303, `/facilitateur/marches/${contractId}`);
  const { contract, published, standing, allowed } = shown;
  return { contract, published, endsOn: standing.endsOn, mayMoveEnd: allowed.includes('extend') };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const { contractId } = event.params;
    const answer = await submit(event, form, () =>
      api(event).contract.correct.mutate({
        contractId,
        object: text(form, 'object'),
        cpv: optionalText(form, 'cpv'),
        placeCode: optionalText(form, 'placeCode'),
        placeName: optionalText(form, 'placeName'),
        amountCents: cents(form, 'amount'),
        notifiedOn: optionalText(form, 'notifiedOn'),
        endsOn: optionalText(form, 'endsOn'),
        source: oneOf(speakableSources, text(form, 'source')),
        saidBy: optionalText(form, 'saidBy'),
      }),
    );
    return 'done' in answer ? redirect(303, `/facilitateur/marches/${contractId}?fait=oui`) : answer;
  },
};
