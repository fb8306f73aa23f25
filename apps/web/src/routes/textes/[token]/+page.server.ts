import { translate } from '@jonction/domain/shared/words';
import { error, type RequestEvent } from '@sveltejs/kit';
import { legalPageWords } from '#lib/legal/words.ts';
import { api, refusalOf } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

/** Who writes, to which buyer. Names no text and changes nothing: scanners of mail follow links. */
export const load: PageServerLoad = async (event) => ({
  door: await orDead(event, api(event).legal.describeLink.query({ token: event.params.token })),
});

export const actions: Actions = {
  ouvrir: async (event) => ({
    text: await orDead(event, api(event).legal.openLink.mutate({ token: event.params.token })),
  }),
};

async function orDead<Answer>(event: RequestEvent, call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    const malformed = refusal?.code === 'shared.fields_to_correct' && 'token' in refusal.fields;
    if (refusal?.code === 'legal.link_not_found' || malformed) {
      error(410, translate(legalPageWords, event.locals.locale, 'legal.dead'));
    }
    throw thrown;
  }
}
