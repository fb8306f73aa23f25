import { type RequestEvent, redirect } from '@sveltejs/kit';
import { amountTyped } from '#lib/contract/typed-amount.ts';
import { plannedFacts } from '#lib/programme/planned-form.ts';
import { api, ask } from './api.ts';
import { mappingOf } from './column-mapping.ts';
import { optionalText, submit, text, wholeNumber } from './form.ts';
import { uploadFile } from './upload.ts';

type PlannedEvent = RequestEvent & { params: { plannedId: string } };
const actNames = ['study', 'answer', 'no_clause', 'tender', 'unsuccessful', 'award', 'drop', 'reopen'] as const;

/** One planned contract, as its reader may see it. */
export async function loadPlanned(event: PlannedEvent) {
  const { plannedId } = event.params;
  return ask(event, api(event).programme.show.query({ plannedId }));
}

/** What is known of it, as one would type it. */
export function plannedTyped(planned: Awaited<ReturnType<typeof loadPlanned>>['planned']): Record<string, string> {
  const typed = (value: string | number | null) => (value === null ? '' : String(value));
  return {
    ...{
      object: planned.object,
      reference: typed(planned.reference),
      cpv: typed(planned.cpv),
      kind: typed(planned.kind),
    },
    ...{ buyerKind: typed(planned.buyerKind), year: typed(planned.year), publicationOn: typed(planned.publicationOn) },
    ...{ amountCents: amountTyped(planned.amountCents), durationMonths: typed(planned.durationMonths) },
    ...{
      procedure: typed(planned.procedure),
      lots: typed(planned.lots),
      area: typed(planned.area),
      note: typed(planned.note),
    },
  };
}

/** What both portals do on the page of a planned contract. */
export const plannedActions = {
  avancer: async (event: PlannedEvent) => {
    const form = await event.request.formData();
    const act = actNames.find((name) => name === text(form, 'act')) ?? 'study';
    return submit(event, form, () =>
      api(event).programme.act.mutate({
        ...{ plannedId: event.params.plannedId, act, on: text(form, 'on'), why: optionalText(form, 'why') },
      }),
    );
  },
  dispenser: async (event: PlannedEvent) => {
    const form = await event.request.formData();
    const reasons = ['available_solution', 'no_link', 'competition', 'short_works'] as const;
    const reason = reasons.find((one) => one === text(form, 'reason'));
    return submit(event, form, () =>
      api(event).programme.exempt.mutate({
        plannedId: event.params.plannedId,
        // Nothing chosen goes as it is to the API, which refuses it at its field.
        exemption: { reason: reason ?? ('' as 'no_link'), words: text(form, 'words') },
      }),
    );
  },
  retirerDispense: async (event: PlannedEvent) => {
    const form = await event.request.formData();
    return submit(event, form, () =>
      api(event).programme.exempt.mutate({ plannedId: event.params.plannedId, exemption: null }),
    );
  },
};

/** Corrects what is known of it; then back to its page. */
export async function correctPlanned(event: PlannedEvent, here: string) {
  const form = await event.request.formData();
  const answer = await submit(event, form, () =>
    api(event).programme.correct.mutate({
      ...plannedFacts(form),
      ...{ plannedId: event.params.plannedId, version: wholeNumber(form, 'version') ?? Number.NaN },
    }),
  );
  return 'done' in answer ? redirect(303, `${here}?fait=oui`) : answer;
}

/** Keeps the sheet of a year's list; then to what its columns are. */
export async function sendProgrammeSheet(event: RequestEvent, here: string) {
  const form = await event.request.formData();
  const kept = await uploadFile(event, form, 'programme');
  if (!('fileId' in kept)) return kept;
  const asked = new URLSearchParams({ annee: text(form, 'annee'), acheteur: text(form, 'acheteur') });
  redirect(303, `${here}/${kept.fileId}?${asked}`);
}

/** The rows of an uploaded list, under the columns chosen. */
export async function importProgrammeSheet(event: RequestEvent & { params: { fileId: string } }) {
  const form = await event.request.formData();
  const get = (name: string) => event.url.searchParams.get(name) ?? '';
  return submit(event, form, () =>
    api(event).programme.importSheet.mutate({
      ...{ fileId: event.params.fileId, year: Number(get('annee')), buyerId: get('acheteur') || null },
      mapping: mappingOf(form),
    }),
  );
}
