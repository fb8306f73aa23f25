import type { ExecutionMode, WindowKind } from '@jonction/domain/placement/placement';
import { type RequestEvent, redirect } from '@sveltejs/kit';
import { loadClause } from '#lib/offer/load-choices.ts';
import { readModality } from '#lib/placement/read-modality.ts';
import { api, ask } from '#lib/server/api.ts';
import { optionalText, submit, text, wholeNumber } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const shownAtMost = 50;

/** `?positionnement=ID` (an answer "hired") or `?participant=ID`; then `?clause=` where the offer has none. */
export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const words = searchParams.get('q')?.trim().slice(0, 200) ?? '';
  const begun = await beginning(event);
  if (begun?.placementId) redirect(303, `/facilitateur/embauches/${begun.placementId}`);
  const clauseId = searchParams.get('clause') ?? begun?.clauseId ?? null;
  if (!begun || begun.waits) return { begun, words, clauses: [], chosen: null };
  if (clauseId === null || (searchParams.has('choisir') && !searchParams.has('clause'))) {
    const clauses = await ask(event, api(event).contract.searchClauses.query({ text: words, limit: shownAtMost }));
    return { begun, words, clauses, chosen: null };
  }
  const [clause, companies] = await Promise.all([
    loadClause(event, clauseId),
    ask(event, api(event).organisation.search.query({ kinds: ['employer'], limit: 100 })),
  ]);
  const named = new Map([
    ...(begun.employer ? [[begun.employer.id, begun.employer.name] as const] : []),
    ...clause.holders.map(({ id, name }) => [id, name] as const),
    ...companies.map(({ id, name }) => [id, name] as const),
  ]);
  const employers = [...named].map(([value, label]) => ({ value, label }));
  return { begun, words, clauses: [], chosen: { clause, employers } };
};

/** Who is hired, and what is already known of it. */
async function beginning(event: RequestEvent) {
  const { searchParams } = event.url;
  const positioningId = searchParams.get('positionnement');
  const participantId = searchParams.get('participant');
  if (positioningId) {
    const hire = await ask(event, api(event).placement.prepare.query({ positioningId }));
    return {
      ...hire,
      employer: { id: hire.employerId, name: hire.employerName },
      waits: hire.status !== 'hired',
    };
  }
  if (!participantId) return null;
  const { participant: person } = await ask(event, api(event).participant.show.query({ participantId }));
  return {
    positioningId: null,
    participantId,
    personName: `${person.firstName} ${person.lastName}`,
    employer: null,
    offerTitle: null,
    clauseId: null,
    romeCode: null,
    windowKind: 'fixed_term' as const,
    weeklyHours: null,
    startsOn: null,
    placementId: null,
    waits: false,
  };
}

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const windowKind = text(form, 'windowKind') as WindowKind;
    const answer = await submit(event, form, () =>
      api(event).placement.create.mutate({
        participantId: text(form, 'participantId'),
        clauseId: text(form, 'clauseId'),
        employerId: text(form, 'employerId'),
        positioningId: optionalText(form, 'positioningId'),
        windowKind,
        executionMode: text(form, 'executionMode') as ExecutionMode,
        romeCode: optionalText(form, 'romeCode'),
        weeklyHours: wholeNumber(form, 'weeklyHours'),
        startsOn: text(form, 'startsOn'),
        endsOn: optionalText(form, 'endsOn'),
        // Typed, then another kind chosen: the end of a pass that plays no part.
        passValidTo: windowKind === 'iae' ? optionalText(form, 'passValidTo') : null,
        facts: readModality(form),
      }),
    );
    if (!('done' in answer)) return answer;
    redirect(303, `/facilitateur/embauches/${answer.done.placementId}?fait=enregistree`);
  },
};
