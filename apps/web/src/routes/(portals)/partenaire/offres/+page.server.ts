import { api, ask } from '#lib/server/api.ts';
import { submit, text, texts } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

/** As many as a list gives at once: whoever is not in the first fifty may be proposed as well. */
const mostPeople = 200;

export const load: PageServerLoad = async (event) => {
  const [offers, people] = await Promise.all([
    ask(event, api(event).offer.listBroadcasts.query()),
    ask(event, api(event).participant.listMine.query({ pageSize: mostPeople })),
  ]);
  return {
    offers,
    people: people.rows
      .map(({ id, firstName, lastName }) => ({ id, name: `${lastName} ${firstName}` }))
      .sort((one, other) => one.name.localeCompare(other.name, 'fr')),
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
