import { api, ask } from '#lib/server/api.ts';
import { optionalText, submit, texts } from '#lib/server/form.ts';
import { keepText } from '#lib/server/legal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, api(event).legal.show.query({ textId: event.params.textId }));

export const actions: Actions = {
  garder: (event) => keepText(event, event.params.textId),
  envoyer: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).legal.send.mutate({
        ...{ textId: event.params.textId, buyerIds: texts(form, 'buyerIds'), note: optionalText(form, 'note') },
      }),
    );
    return 'done' in answer ? { sent: answer.done.sent } : answer;
  },
};
