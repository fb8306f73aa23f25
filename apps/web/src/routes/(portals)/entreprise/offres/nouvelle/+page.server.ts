import { redirect } from '@sveltejs/kit';
import { loadFieldChoices } from '#lib/offer/load-choices.ts';
import { readOffer } from '#lib/offer/offer-form.ts';
import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [held, choices] = await Promise.all([
    ask(event, api(event).contract.listHeld.query()),
    loadFieldChoices(event, null),
  ]);
  const clauses = held.map(({ clauseId, object, lotNumber, buyerName }) => ({
    value: clauseId,
    label: [object, lotNumber ? `lot ${lotNumber}` : '', buyerName].filter(Boolean).join(' · '),
  }));
  return { clauses, ...choices };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).offer.propose.mutate({ clauseId: text(form, 'clauseId'), offer: readOffer(form) }),
    );
    if (!('done' in answer)) return answer;
    redirect(303, '/entreprise/offres?fait=demande');
  },
};
