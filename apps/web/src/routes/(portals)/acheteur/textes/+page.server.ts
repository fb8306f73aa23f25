import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  texts: await ask(event, api(event).legal.listReceived.query()),
});

export const actions: Actions = {
  ouvrir: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).legal.openReceived.mutate({ versionId: text(form, 'versionId') }),
    );
    return 'done' in answer ? { opened: answer.done } : answer;
  },
};
