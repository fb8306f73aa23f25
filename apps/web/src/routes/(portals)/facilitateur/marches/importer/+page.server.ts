import { parisDayOf } from '@jonction/domain/shared/day';
import { redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import { submit } from '#lib/server/form.ts';
import { uploadFile } from '#lib/server/upload.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  runs: await ask(event, api(event).contract.listImports.query()),
  today: parisDayOf(new Date()),
});

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const kept = await uploadFile(event, form, 'contracts');
    if (!('fileId' in kept)) return kept;
    const answer = await submit(event, form, () => api(event).contract.previewImport.mutate({ fileId: kept.fileId }));
    if (!('done' in answer)) return answer;
    redirect(303, `/facilitateur/marches/importer/${answer.done.runId}`);
  },
};
