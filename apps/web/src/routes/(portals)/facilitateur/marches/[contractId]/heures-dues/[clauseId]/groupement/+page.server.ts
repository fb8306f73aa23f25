import { error, redirect } from '@sveltejs/kit';
import { endOf, sharesOf, termsOf } from '#lib/contract/consortium/shares-form.ts';
import { bringDocument } from '#lib/contract/event-form.ts';
import { knownDay } from '#lib/hours/known-day.ts';
import { api, ask } from '#lib/server/api.ts';
import { submit, text, wholeNumber } from '#lib/server/form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** `?connu=2026-03-31`. */
export const load: PageServerLoad = async (event) => {
  const past = knownDay(event.url);
  const { clauseId, contractId } = event.params;
  const group = await ask(event, api(event).contract.showGroup.query({ clauseId, ...(past ? { knownOn: past } : {}) }));
  if (group.contractId !== contractId) error(404);
  return { group, past };
};

/** Does it, and comes back to the page that says so: reloading it sends nothing twice. */
async function act(event: RequestEvent, form: FormData, call: () => Promise<unknown>) {
  const answer = await submit(event, form, call);
  if ('done' in answer) redirect(303, `${event.url.pathname}?fait=oui`);
  return answer;
}

export const actions: Actions = {
  parts: async (event) => {
    const form = await event.request.formData();
    return act(event, form, () => api(event).contract.setShares.mutate(sharesOf(form, event.params.clauseId)));
  },
  dissoudre: async (event) => {
    const form = await event.request.formData();
    return act(event, form, () => api(event).contract.endGroup.mutate(endOf(form, event.params.clauseId)));
  },
  retablir: async (event) => {
    const form = await event.request.formData();
    const { clauseId } = event.params;
    const version = wholeNumber(form, 'version') ?? 0;
    return act(event, form, () => api(event).contract.resumeGroup.mutate({ clauseId, version }));
  },
  papier: async (event) => {
    const form = await event.request.formData();
    const refused = await bringDocument(event, form);
    if (refused) return refused;
    return act(event, form, () =>
      api(event).contract.recordTransfer.mutate({
        ...termsOf(form, event.params.clauseId),
        sellerId: text(form, 'sellerId'),
        purchaserId: text(form, 'purchaserId'),
        signedOn: text(form, 'signedOn'),
        fileId: text(form, 'documentId'),
      }),
    );
  },
};
