import { parisDayOf } from '@jonction/domain/shared/day';
import { redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import { consentActions } from '#lib/server/consent-actions.ts';
import { submit } from '#lib/server/form.ts';
import { linkActions } from '#lib/server/link-actions.ts';
import { uploadFile } from '#lib/server/upload.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { participantId } = event.params;
  const client = api(event);
  const [shown, link] = await Promise.all([
    ask(event, client.participant.showMine.query({ participantId })),
    ask(event, client.participant.showLink.query({ participantId })),
  ]);
  const recommended = event.url.searchParams.get('fait') === 'recommend.done';
  return { ...shown, link, today: parisDayOf(new Date()), recommended };
};

export const actions: Actions = {
  ...consentActions((event) => event.params.participantId ?? ''),
  ...linkActions((event) => event.params.participantId ?? ''),
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
