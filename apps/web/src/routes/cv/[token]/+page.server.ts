import type { InterviewOutcome } from '@jonction/domain/positioning/interview-outcome';
import { translate } from '@jonction/domain/shared/words';
import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { readAnswer } from '#lib/positioning/answer-form.ts';
import type { Preview, Received } from '#lib/positioning/received.ts';
import { receivedWords } from '#lib/positioning/received-words.ts';
import { readTransferAsked } from '#lib/positioning/transfer-form.ts';
import { api, refusalOf } from '#lib/server/api.ts';
import { nameSecond } from '#lib/server/contact-actions.ts';
import { optionalText, type Refused, submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

/** Who writes and for what. Shows nobody and changes nothing: scanners of mail follow links. */
export const load: PageServerLoad = async (event) => {
  const link = api(event, event.params.token);
  const from = await orDead(event, link.positioning.describeLink.query());
  const caps = await orDead(event, link.positioning.showCaps.query());
  return { from, caps, asksSecond: (await orDead(event, link.organisation.askSecond.query())).asks };
};

export const actions: Actions = {
  ouvrir: async (event) => view(event),

  /** One CV is opened: written down, then shown whole. */
  voir: async (event) => view(event, text(await event.request.formData(), 'positioningId')),

  prevenir: async (event) => {
    const second = await orDead(event, nameSecond(event, event.params.token));
    return 'done' in second ? { named: true } : fail(second.status, { second: second.data });
  },

  suite: async (event) => {
    const form = await event.request.formData();
    const positioningId = text(form, 'positioningId');
    const outcome = text(form, 'outcome') as InterviewOutcome;
    const link = api(event, event.params.token);
    const told = await orDead(
      event,
      submit(event, form, () =>
        link.positioning.noteOutcome.mutate({ positioningId, outcome, feedback: optionalText(form, 'feedback') }),
      ),
    );
    const seen = await view(event);
    if ('done' in told) return { ...seen, about: positioningId, unchanged: true, wrong: undefined };
    const wrong: Refused = told.data;
    return fail(told.status, { ...seen, about: positioningId, unchanged: true, wrong });
  },

  passer: async (event) => {
    const form = await event.request.formData();
    const about = text(form, 'positioningId');
    const link = api(event, event.params.token);
    const told = await orDead(
      event,
      submit(event, form, () => link.positioning.askTransfer.mutate(readTransferAsked(form, about))),
    );
    const seen = { ...(await view(event)), about, unchanged: false, passing: true };
    if ('done' in told) return { ...seen, wrong: undefined };
    const wrong: Refused = told.data;
    return fail(told.status, { ...seen, wrong });
  },

  repondre: async (event) => {
    const form = await event.request.formData();
    const answer = readAnswer(form);
    const link = api(event, event.params.token);
    const told = await orDead(
      event,
      submit(event, form, () => link.positioning.answer.mutate(answer)),
    );
    const seen = await view(event);
    const about = answer.positioningId;
    if ('done' in told) return { ...seen, about, unchanged: told.done.unchanged, wrong: undefined };
    const wrong: Refused = told.data;
    return fail(told.status, { ...seen, about, unchanged: false, wrong });
  },
};

/** Profiles without names, and whole the CVs that this company has opened: those before, and the one it asks for now. */
async function view(
  event: RequestEvent<{ token: string }>,
  asked?: string,
): Promise<{ previews: Preview[]; received: Received[] }> {
  const { positioning } = api(event, event.params.token);
  const previews = await orDead(event, positioning.preview.query());
  const positioningIds = previews
    .filter(({ opened, positioningId, anonymous }) => anonymous && (opened || positioningId === asked))
    .map(({ positioningId }) => positioningId);
  if (positioningIds.length === 0) return { previews, received: [] };
  return { previews, received: await orDead(event, positioning.openLink.mutate({ positioningIds })) };
}

/** A dead link speaks for nobody: the API asks to sign in, which a company cannot. */
async function orDead<Answer>(event: RequestEvent, call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } catch (thrown) {
    const isRedirect = typeof thrown === 'object' && thrown !== null && 'location' in thrown;
    const refusal = refusalOf(thrown);
    if (isRedirect || refusal?.code === 'access.sign_in_needed' || refusal?.code === 'access.link_dead') {
      error(410, translate(receivedWords, event.locals.locale, 'link.dead.title'));
    }
    if (refusal) error(refusal.status, refusal.sentence);
    throw thrown;
  }
}
