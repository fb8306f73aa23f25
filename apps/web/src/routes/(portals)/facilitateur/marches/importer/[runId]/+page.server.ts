import { readPage } from '@jonction/ui/address';
import { redirect } from '@sveltejs/kit';
import { mappingIn } from '#lib/participant/mapping-in.ts';
import { api, ask } from '#lib/server/api.ts';
import { submit } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const pageSize = 50;

export const load: PageServerLoad = async (event) => {
  const { runId } = event.params;
  const page = readPage(event.url);
  const only = event.url.searchParams.get('vue') === 'problemes' ? ('problems' as const) : ('all' as const);
  const run = await ask(event, api(event).contract.showImport.query({ runId, page, pageSize, only }));
  return { run, page, pageSize, only };
};

export const actions: Actions = {
  colonnes: async (event) => {
    const { runId } = event.params;
    const form = await event.request.formData();
    const mapping = mappingIn(form);
    const answer = await submit(event, form, () => api(event).contract.mapImport.mutate({ runId, mapping }));
    if (!('done' in answer)) return answer;
    redirect(303, event.url.pathname);
  },
  entrer: async (event) => {
    const { runId } = event.params;
    const form = await event.request.formData();
    const answer = await submit(event, form, () => api(event).contract.applyImport.mutate({ runId }));
    if (!('done' in answer)) return answer;
    redirect(303, event.url.pathname);
  },
  arreter: async (event) => {
    const { runId } = event.params;
    const form = await event.request.formData();
    const answer = await submit(event, form, () => api(event).contract.stopImport.mutate({ runId }));
    if (!('done' in answer)) return answer;
    redirect(303, event.url.pathname);
  },
  retirer: async (event) => {
    const { runId } = event.params;
    const form = await event.request.formData();
    const answer = await submit(event, form, () => api(event).contract.undoImport.mutate({ runId }));
    return 'done' in answer ? { undone: answer.done } : answer;
  },
};
