import { parisDayOf } from '@jonction/domain/shared/day';
import { redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import { consentActions } from '#lib/server/consent-actions.ts';
import { submit } from '#lib/server/form.ts';
import { uploadFile } from '#lib/server/upload.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { participantId } = event.params;
  const shown = await ask(event, api(event).participant.showMine.query({ participantId }));
  const recommended = event.url.searchParams.get('fait') === 'recommend.done';
  return { ...shown, today: parisDayOf(new Date()), recommended };
};

export const actions: Actions = {
  ...consentActions((event) => event.params.participantId ?? ''),
  cv: async (event) => {
    const { participantId } = event.params;
    const form = await event.request.formData();
    const kept = await uploadFile(event, form, 'cv');
    if (!('fileId' in kept)) return kept;
    const answer = await submit(event, form, () => api(event).cv.read.mutate({ participantId, fileId: kept.fileId }));
    if (!('done' in answer)) return answer;
    redirect(303, `/partenaire/personnes/${participantId}/cv/${answer.done.cvId}`);
  },
  ecrire: async (event) => {
    const { participantId } = event.params;
    const form = await event.request.formData();
    const answer = await submit(event, form, () => api(event).cv.create.mutate({ participantId }));
    if (!('done' in answer)) return answer;
    redirect(303, `/partenaire/personnes/${participantId}/cv/${answer.done.cvId}`);
  },
};
