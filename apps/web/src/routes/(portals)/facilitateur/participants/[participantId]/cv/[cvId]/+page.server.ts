import { error, redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import { readCvContent } from '#lib/server/cv-content.ts';
import { submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const cv = await ask(event, api(event).cv.show.query({ cvId: event.params.cvId }));
  if (cv.participantId !== event.params.participantId) error(404);
  const options = await ask(event, api(event).reference.occupationLabels.query({ codes: null }));
  return { cv, occupationOptions: options.map(({ code, label }) => ({ value: code, label, hint: code })) };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).cv.confirm.mutate({
        cvId: event.params.cvId,
        version: Number(text(form, 'version')),
        title: text(form, 'title'),
        content: readCvContent(form),
      }),
    );
    if (!('done' in answer)) return answer;
    redirect(303, `/facilitateur/participants/${event.params.participantId}/cv`);
  },
};
