import { type AbsenceReason, absenceReasons } from '@jonction/domain/contract/absence-reason';
import { isDay } from '@jonction/domain/shared/day';
import { redirect } from '@sveltejs/kit';
import { bringDocument, eventOf } from '#lib/contract/event-form.ts';
import { cents } from '#lib/contract/typed.ts';
import { api, ask } from '#lib/server/api.ts';
import { optionalText, submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { contractId } = event.params;
  const asked = event.url.searchParams.get('connu') ?? '';
  const [shown, people, companies, plannedAs, crisisMeasures] = await Promise.all([
    ask(event, api(event).contract.show.query({ contractId, knownOn: isDay(asked) ? asked : null })),
    ask(event, api(event).access.listMembers.query()),
    ask(event, api(event).organisation.search.query({ kinds: ['employer'] })),
    ask(event, api(event).programme.ofContract.query({ contractId })),
    ask(event, api(event).crisis.ofContract.query({ contractId })),
  ]);
  const team = new Map(
    people.members
      .filter((member) => member.endedAt === null && (member.role === 'facilitator' || member.role === 'lead'))
      .map((member) => [member.userId, member.name]),
  );
  return {
    ...shown,
    plannedAs,
    crisisMeasures,
    past: isDay(asked) ? asked : null,
    team: [...team].map(([value, label]) => ({ value, label })),
    companies: companies.map(({ id, name, identifier }) => ({ value: id, label: name, hint: identifier ?? undefined })),
  };
};

/** Back to the page that says it is saved, so that reloading it sends nothing twice; or the refusal, to its form. */
function done<Refusal extends object>(event: { url: URL }, answer: { done: unknown } | Refusal): Refusal {
  if ('done' in answer) redirect(303, `${event.url.pathname}?fait=oui`);
  return answer;
}

export const actions: Actions = {
  rattacher: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).contract.attach.mutate({ contractId: event.params.contractId }),
    );
    return done(event, answer);
  },
  retirer: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).contract.detach.mutate({ contractId: event.params.contractId }),
    );
    if ('done' in answer) redirect(303, '/facilitateur/marches');
    return answer;
  },
  evenement: async (event) => {
    const form = await event.request.formData();
    const turnedAway = await bringDocument(event, form);
    if (turnedAway) return turnedAway;
    const answer = await submit(event, form, () =>
      api(event).contract.recordEvent.mutate(eventOf(form, event.params.contractId)),
    );
    return done(event, answer);
  },
  confier: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).contract.assignFacilitator.mutate({
        contractId: event.params.contractId,
        facilitatorId: optionalText(form, 'facilitatorId'),
      }),
    );
    return done(event, answer);
  },
  noter: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).contract.addNote.mutate({ contractId: event.params.contractId, body: text(form, 'body') }),
    );
    return done(event, answer);
  },
  /** Why a lot has no clause; an empty reason takes back what was said. */
  sansClause: async (event) => {
    const form = await event.request.formData();
    const given = form.has('note') ? text(form, 'reason') : null;
    // What no list offers is refused by the API, at its field.
    const reason = given === null ? null : (absenceReasons.find((one) => one === given) ?? ('' as AbsenceReason));
    const said = { lotId: text(form, 'lotId'), reason, note: optionalText(form, 'note') };
    return done(event, await submit(event, form, () => api(event).contract.markAbsence.mutate(said)));
  },
  lot: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).contract.addLot.mutate({
        contractId: event.params.contractId,
        number: optionalText(form, 'number'),
        object: text(form, 'object'),
        holderId: optionalText(form, 'holderId'),
        amountCents: cents(form, 'amount'),
      }),
    );
    return done(event, answer);
  },
};
