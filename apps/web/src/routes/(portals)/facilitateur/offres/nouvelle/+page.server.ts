import { type RequestEvent, redirect } from '@sveltejs/kit';
import { loadClause, loadFieldChoices } from '#lib/offer/load-choices.ts';
import { readOffer } from '#lib/offer/offer-form.ts';
import { api, ask } from '#lib/server/api.ts';
import { type Refused, submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const shownAtMost = 50;

/** First the clause (`?q=`, then `?clause=`), then the need. */
export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const words = searchParams.get('q')?.trim() ?? '';
  const clauseId = searchParams.get('clause');
  const known = await knownOf(event, searchParams.get('besoin'));
  if (clauseId === null) {
    const clauses = await ask(event, api(event).contract.searchClauses.query({ text: words, limit: shownAtMost }));
    return { words, clauses, chosen: null, known };
  }
  const [chosen, choices, companies] = await Promise.all([
    loadClause(event, clauseId),
    loadFieldChoices(event, null),
    ask(event, api(event).organisation.search.query({ kinds: ['employer'], limit: 100 })),
  ]);
  const holders = chosen.holders.map(({ id, name }) => ({ value: id, label: name }));
  const others = companies.map(({ id, name }) => ({ value: id, label: name }));
  const employers = [...holders, ...others.filter(({ value }) => !holders.some((holder) => holder.value === value))];
  return { words, clauses: [], chosen: { clause: chosen, ...choices, employers }, known };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).offer.create.mutate({
        clauseId: event.url.searchParams.get('clause') ?? '',
        employerId: text(form, 'employerId'),
        offer: readOffer(form),
        draft: form.has('draft'),
      }),
    );
    if (!('done' in answer)) return answer;
    const needId = event.url.searchParams.get('besoin');
    if (needId !== null) {
      const { offerId } = answer.done;
      await ask(event, api(event).prospect.settleNeed.mutate({ needId, as: 'offer', offerId }));
    }
    redirect(303, `/facilitateur/offres/${answer.done.offerId}?fait=modifiee`);
  },
};

/** What prospecting knows of a need, as fields already filled in. */
async function knownOf(event: RequestEvent, needId: string | null): Promise<Refused | undefined> {
  if (needId === null) return undefined;
  const need = await ask(event, api(event).prospect.showNeed.query({ needId }));
  return {
    sentence: '',
    fields: {},
    values: {
      'offer.title': need.title,
      'offer.romeCode': need.romeCode ?? '',
      'offer.positions': String(need.positions),
      'offer.startsOn': need.startsOn ?? '',
      'offer.description': need.note ?? '',
      employerId: need.organisationId,
    },
  };
}
