import { translate } from '@jonction/domain/shared/words';
import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { askedPageWords } from '#lib/paper/words.ts';
import { api, refusalOf } from '#lib/server/api.ts';
import { bringPaper } from '#lib/server/paper-actions.ts';
import type { Actions, PageServerLoad } from './$types';

type LinkEvent = RequestEvent<{ token: string }>;

/** Who writes, to which company. Says nothing of what is asked and changes nothing: scanners of mail follow links. */
export const load: PageServerLoad = async (event) => ({
  door: await orDead(event, api(event).paper.describeLink.query({ token: event.params.token })),
});

const open = (event: LinkEvent) => orDead(event, api(event).paper.openLink.mutate({ token: event.params.token }));

export const actions: Actions = {
  ouvrir: async (event) => ({ opened: await open(event) }),
  apporter: async (event) => {
    const form = await event.request.formData();
    const answer = await bringPaper(event, form, event.params.token);
    if ('done' in answer) return { brought: answer.done, opened: await open(event) };
    return fail(answer.status, { ...answer.data, opened: await open(event) });
  },
};

async function orDead<Answer>(event: RequestEvent, call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (refusal?.code === 'paper.link_not_found' || refusal?.code === 'shared.fields_to_correct') {
      error(410, translate(askedPageWords, event.locals.locale, 'link.dead'));
    }
    if (refusal) error(refusal.status === 422 ? 400 : refusal.status, refusal.sentence);
    throw thrown;
  }
}
