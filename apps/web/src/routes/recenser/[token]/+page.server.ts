import { translate } from '@jonction/domain/shared/words';
import { error, type RequestEvent } from '@sveltejs/kit';
import { answersOf, pageOf } from '#lib/census/answer-form.ts';
import { answerWords } from '#lib/census/answer-words.ts';
import { api, refusalOf } from '#lib/server/api.ts';
import { submit, typed } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

type LinkEvent = RequestEvent<{ token: string }>;

const pageSize = 50;

/** Who writes, to which buyer. Names no contract and changes nothing: scanners of mail follow links. */
export const load: PageServerLoad = async (event) => ({
  door: await orDead(event, api(event).census.describeLink.query({ token: event.params.token })),
  pageSize,
});

const open = (event: LinkEvent, page: number) =>
  orDead(event, api(event).census.openLink.mutate({ token: event.params.token, page, pageSize }));

export const actions: Actions = {
  ouvrir: async (event) => ({ opened: await open(event, pageOf(await event.request.formData())) }),
  repondre: async (event) => {
    const form = await event.request.formData();
    const { token } = event.params;
    const answer = await submit(event, form, () =>
      orDead(event, api(event).census.answerByLink.mutate({ token, answers: answersOf(form) })),
    );
    const opened = await open(event, pageOf(form));
    if ('done' in answer) return { opened, answered: answer.done, typed: typed(form) };
    return { opened, refusal: answer.data.sentence, typed: typed(form) };
  },
};

async function orDead<Answer>(event: RequestEvent, call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    const malformed = refusal?.code === 'shared.fields_to_correct' && 'token' in refusal.fields;
    if (refusal?.code === 'census.link_not_found' || malformed) {
      error(410, translate(answerWords, event.locals.locale, 'link.dead'));
    }
    throw thrown;
  }
}
