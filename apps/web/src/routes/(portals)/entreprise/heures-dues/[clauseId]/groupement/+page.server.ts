import { transferSides } from '@jonction/domain/contract/transfer';
import { redirect } from '@sveltejs/kit';
import { termsOf } from '#lib/contract/consortium/shares-form.ts';
import { oneOf } from '#lib/contract/event-form.ts';
import { knownDay } from '#lib/hours/known-day.ts';
import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** `?connu=2026-03-31`. */
export const load: PageServerLoad = async (event) => {
  const past = knownDay(event.url);
  const asked = { clauseId: event.params.clauseId, ...(past ? { knownOn: past } : {}) };
  return { part: await ask(event, api(event).contract.showOwnPart.query(asked)), past };
};

/** Does it, and comes back to the page that says so: reloading it sends nothing twice. */
async function act(event: RequestEvent, call: (form: FormData) => Promise<unknown>) {
  const form = await event.request.formData();
  const answer = await submit(event, form, () => call(form));
  if ('done' in answer) redirect(303, `${event.url.pathname}?fait=oui`);
  return answer;
}

export const actions: Actions = {
  proposer: (event) =>
    act(event, (form) =>
      api(event).contract.proposeTransfer.mutate({
        ...termsOf(form, event.params.clauseId),
        side: oneOf(transferSides, text(form, 'side')),
        otherId: text(form, 'otherId'),
      }),
    ),
  signer: (event) =>
    act(event, (form) => api(event).contract.signTransfer.mutate({ transferId: text(form, 'transfer') })),
  refuser: (event) =>
    act(event, (form) =>
      api(event).contract.refuseTransfer.mutate({ transferId: text(form, 'transfer'), reason: text(form, 'reason') }),
    ),
  reprendre: (event) =>
    act(event, (form) => api(event).contract.withdrawTransfer.mutate({ transferId: text(form, 'transfer') })),
};
