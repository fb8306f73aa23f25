import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { submit } from '#lib/server/form.ts';
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
  ecrire: async (event) => {
    const { participantId } = event.params;
    const form = await event.request.formData();
    const answer = await submit(event, form, () => api(event).cv.create.mutate({ participantId }));
    if (!('done' in answer)) return answer;
    redirect(303, `/facilitateur/participants/${participantId}/cv/${answer.done.cvId}`);
  },
};
