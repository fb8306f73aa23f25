import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { offerId } = event.params;
  const [offer, broadcast] = await Promise.all([
    ask(event, api(event).offer.show.query({ offerId })),
    ask(event, api(event).offer.showBroadcast.query({ offerId })),
  ]);
  return { offer, broadcast };
};

export const actions: Actions = {
  diffuser: async (event) => {
    const form = await event.request.formData();
    return submit(event, form, () =>
      api(event).offer.broadcast.mutate({ offerId: event.params.offerId, note: text(form, 'note') }),
    );
  },
  relancer: async (event) =>
    submit(event, await event.request.formData(), () =>
      api(event).offer.remindBroadcast.mutate({ offerId: event.params.offerId }),
    ),
};
