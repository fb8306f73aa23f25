import { redirect } from '@sveltejs/kit';
import { loadClause, loadFieldChoices } from '#lib/offer/load-choices.ts';
import { readOffer } from '#lib/offer/offer-form.ts';
import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const shownAtMost = 50;

/** The need again; `?changer` chooses another clause first, which comes back as `?clause=`. */
export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const client = api(event);
  const offer = await ask(event, client.offer.show.query({ offerId: event.params.offerId }));
  const clauseId = searchParams.get('clause') ?? offer.clauseId;
  const words = searchParams.get('q')?.trim() ?? '';
  if (searchParams.has('changer') && !searchParams.has('clause')) {
    const clauses = await ask(event, client.contract.searchClauses.query({ text: words, limit: shownAtMost }));
    return { offer, words, clauses, clause: null, occupations: [], suggested: [] };
  }
  const clause = clauseId ? await loadClause(event, clauseId) : null;
  return { offer, words, clauses: null, clause, ...(await loadFieldChoices(event, offer.romeCode)) };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const { offerId } = event.params;
    const clauseId = event.url.searchParams.get('clause');
    const answer = await submit(event, form, () =>
      api(event).offer.update.mutate({
        offerId,
        version: Number(text(form, 'version')),
        offer: readOffer(form),
        ...(clauseId ? { clauseId } : {}),
      }),
    );
    if (!('done' in answer)) return answer;
    redirect(303, `/facilitateur/offres/${offerId}?vue=fiche&fait=modifiee`);
  },
};
