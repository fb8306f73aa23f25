import { stillOpenAnswers } from '@jonction/domain/offer/still-open';
import { translate } from '@jonction/domain/shared/words';
import { error, type RequestEvent } from '@sveltejs/kit';
import { stillOpenWords } from '#lib/offer/still-open-words.ts';
import { api, refusalOf } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

/** Who asks and about what. Changes nothing: scanners of mail follow links. */
export const load: PageServerLoad = async (event) => ({
  asked: await orDead(event, api(event).offer.describeStillOpen.query({ token: event.params.token })),
});

export const actions: Actions = {
  repondre: async (event) => {
    const form = await event.request.formData();
    // What no button sends is refused by the API.
    const answer = stillOpenAnswers.find((one) => one === text(form, 'answer')) ?? ('' as never);
    return orDead(
      event,
      submit(event, form, async () => {
        await api(event).offer.answerStillOpen.mutate({ token: event.params.token, answer });
        return answer;
      }),
    );
  },
};

async function orDead<Answer>(event: RequestEvent, call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (refusal?.code === 'offer.link_not_found' || refusal?.code === 'shared.fields_to_correct') {
      error(410, translate(stillOpenWords, event.locals.locale, 'still.dead'));
    }
    if (refusal) error(refusal.status, refusal.sentence);
    throw thrown;
  }
}
