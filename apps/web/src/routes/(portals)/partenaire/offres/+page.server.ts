import { api, ask } from '#lib/server/api.ts';
import { submit, text, texts } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [offers, people] = await Promise.all([
    ask(event, api(event).offer.listBroadcasts.query()),
    ask(event, api(event).participant.listMine.query({})),
  ]);
  return {
    offers,
    people: people.rows.map(({ id, firstName, lastName }) => ({ id, name: `${firstName} ${lastName}` })),
  };
};

export const actions: Actions = {
  repondre: async (event) => {
    const form = await event.request.formData();
    const nobody = form.has('nobody');
    return submit(event, form, () =>
      api(event).offer.answerBroadcast.mutate({
        offerId: text(form, 'offerId'),
        participantIds: nobody ? [] : texts(form, 'participantId'),
        nobody,
        note: text(form, 'note'),
      }),
    );
  },
};
