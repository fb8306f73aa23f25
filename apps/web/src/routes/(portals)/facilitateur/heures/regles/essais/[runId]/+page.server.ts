import { readPage } from '@jonction/ui/address';
import { redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import { submit } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

/** `?marche=ID`: the lines of that contract, some at a time. */
export const load: PageServerLoad = async (event) => {
  const { runId } = event.params;
  const { hours } = api(event);
  const told = await ask(event, hours.showRun.query({ runId }));
  const draft = await ask(event, hours.showDraft.query({ draftId: told.run.draftId }));
  const asked = event.url.searchParams.get('marche');
  const contract = told.contracts.find(({ contractId }) => contractId === asked) ?? null;
  const page = readPage(event.url);
  const lines = contract
    ? await ask(event, hours.listRunLines.query({ runId, contractId: contract.contractId, page }))
    : [];
  return {
    told,
    draft: { state: draft.state, withdraws: draft.withdraws, trialId: draft.trialId },
    contract,
    lines,
    page,
  };
};

export const actions: Actions = {
  publier: async (event) => {
    const form = await event.request.formData();
    const draftId = String(form.get('projet') ?? '');
    const answer = await submit(event, form, () => api(event).hours.publishDraft.mutate({ draftId }));
    if ('done' in answer) redirect(303, `/facilitateur/heures/regles/essais/${answer.done.runId}`);
    return answer;
  },
  rejouer: async (event) => {
    const form = await event.request.formData();
    const { runId } = event.params;
    const answer = await submit(event, form, () => api(event).hours.replayRun.mutate({ runId }));
    if ('done' in answer) redirect(303, `/facilitateur/heures/regles/essais/${answer.done.runId}`);
    return answer;
  },
  arreter: async (event) => {
    const form = await event.request.formData();
    const { runId } = event.params;
    const answer = await submit(event, form, () => api(event).hours.stopRun.mutate({ runId }));
    return 'done' in answer ? null : answer;
  },
  reprendre: async (event) => {
    const form = await event.request.formData();
    const { runId } = event.params;
    const answer = await submit(event, form, () => api(event).hours.resumeRun.mutate({ runId }));
    return 'done' in answer ? null : answer;
  },
};
