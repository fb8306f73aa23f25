import { billKinds, partKinds } from '@jonction/domain/contract/due';
import { error, redirect } from '@sveltejs/kit';
import { oneOf } from '#lib/contract/event-form.ts';
import { cents } from '#lib/contract/typed.ts';
import { knownDay } from '#lib/hours/known-day.ts';
import { api, ask } from '#lib/server/api.ts';
import { optionalText, submit, text, wholeNumber } from '#lib/server/form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** `?connu=2026-03-31`, and the question of the simulator. */
export const load: PageServerLoad = async (event) => {
  const past = knownDay(event.url);
  const { clauseId, contractId } = event.params;
  const asked = { clauseId, ...(past ? { knownOn: past } : {}) };
  const obligation = await ask(event, api(event).contract.showObligation.query(asked));
  if (obligation.contractId !== contractId) error(404);
  return { obligation, past };
};

/** Does it, and comes back to the page that says so: reloading it sends nothing twice. */
async function act(event: RequestEvent, form: FormData, call: () => Promise<unknown>) {
  const answer = await submit(event, form, call);
  if ('done' in answer) redirect(303, `${event.url.pathname}?fait=oui`);
  return answer;
}

export const actions: Actions = {
  piece: async (event) => {
    const form = await event.request.formData();
    const { lotId } = await ask(event, api(event).contract.showObligation.query({ clauseId: event.params.clauseId }));
    return act(event, form, () =>
      api(event).contract.recordBill.mutate({
        ...{ lotId, kind: oneOf(billKinds, text(form, 'kind')), number: text(form, 'number'), on: text(form, 'on') },
        amountCents: cents(form, 'amount') ?? Number.NaN,
        holderId: optionalText(form, 'holderId'),
      }),
    );
  },
  retirer: async (event) => {
    const form = await event.request.formData();
    return act(event, form, () => api(event).contract.removeBill.mutate({ billId: text(form, 'piece') }));
  },
  tranche: async (event) => {
    const form = await event.request.formData();
    return act(event, form, () =>
      api(event).contract.addPart.mutate({
        ...{
          clauseId: event.params.clauseId,
          kind: oneOf(partKinds, text(form, 'partKind')),
          title: text(form, 'title'),
        },
        target: { mode: 'fixed', hours: wholeNumber(form, 'hours') ?? Number.NaN },
      }),
    );
  },
  affermir: async (event) => {
    const form = await event.request.formData();
    return act(event, form, () =>
      api(event).contract.affirmPart.mutate({ partId: text(form, 'part'), on: text(form, 'on') }),
    );
  },
};
