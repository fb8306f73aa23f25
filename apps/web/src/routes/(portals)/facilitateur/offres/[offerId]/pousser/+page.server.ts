import { parisDayOf } from '@jonction/domain/shared/day';
import { redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import { optionalText, submit, text, texts } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const asked = 50;

export const load: PageServerLoad = async (event) => {
  const { offerId } = event.params;
  const participantIds = event.url.searchParams.getAll('p').slice(0, asked);
  const [offer, prepared, round] = await Promise.all([
    ask(event, api(event).offer.show.query({ offerId })),
    participantIds.length > 0
      ? ask(event, api(event).positioning.preparePush.query({ offerId, participantIds }))
      : null,
    participantIds.length > 0 ? ask(event, api(event).matching.round.query({ offerId, participantIds })) : null,
  ]);
  const { figures } = await ask(event, api(event).report.showReliability.query({ employerId: offer.employerId }));
  return {
    today: parisDayOf(new Date()),
    figures: figures.map(({ rows: _, ...figure }) => figure),
    offer,
    prepared,
    round,
    // Drawn with the form: sending it twice is one sending.
    idempotencyKey: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).positioning.push.mutate({
        offerId: event.params.offerId,
        participantIds: texts(form, 'p'),
        recipientName: optionalText(form, 'recipientName'),
        recipientEmail: text(form, 'recipientEmail'),
        message: optionalText(form, 'message'),
        roundReason: optionalText(form, 'roundReason'),
        idempotencyKey: text(form, 'idempotencyKey'),
      }),
    );
    if (!('done' in answer)) return answer;
    redirect(303, `/facilitateur/envois/${answer.done.pushId}?fait=envoi`);
  },
};
