import { type RequestEvent, redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { confirmAgain } from '#lib/server/confirm-action.ts';
import { submit, text } from '#lib/server/form.ts';
import { uploadFile } from '#lib/server/upload.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  cv: async (event) => {
    const { participantId } = event.params;
    const form = await event.request.formData();
    const kept = await uploadFile(event, form, 'cv');
    if (!('fileId' in kept)) return kept;
    const answer = await submit(event, form, () => api(event).cv.read.mutate({ participantId, fileId: kept.fileId }));
    if (!('done' in answer)) return answer;
    redirect(303, `/facilitateur/participants/${participantId}/cv/${answer.done.cvId}`);
  },
  confirmer: (event) => confirmAgain(event),
  premier: (event) => act(event, (cvId) => api(event).cv.makeCurrent.mutate({ cvId })),
  retirer: (event) => act(event, (cvId) => api(event).cv.withdraw.mutate({ cvId })),
  ecrire: async (event) => {
    const { participantId } = event.params;
    const form = await event.request.formData();
    const answer = await submit(event, form, () => api(event).cv.create.mutate({ participantId }));
    if (!('done' in answer)) return answer;
    redirect(303, `/facilitateur/participants/${participantId}/cv/${answer.done.cvId}`);
  },
};

/** One button beside a CV, then the list again. */
async function act(event: RequestEvent, call: (cvId: string) => Promise<unknown>) {
  const form = await event.request.formData();
  const answer = await submit(event, form, () => call(text(form, 'cvId')));
  return 'done' in answer ? redirect(303, event.url.pathname) : answer;
}
