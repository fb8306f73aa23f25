import type { InterviewOutcome } from '@jonction/domain/positioning/interview-outcome';
import { parisDayOf } from '@jonction/domain/shared/day';
import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { readAnswer } from '#lib/positioning/answer-form.ts';
import type { Received } from '#lib/positioning/received.ts';
import { readTransferAsked } from '#lib/positioning/transfer-form.ts';
import { api, ask } from '#lib/server/api.ts';
import { optionalText, submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

/** What was received, without a name: an address alone opens nothing. */
export const load: PageServerLoad = async (event) => {
  const { positioningId } = event.params;
  const client = api(event);
  const [[preview], me, { asks }] = await Promise.all([
    ask(event, client.positioning.preview.query({ positioningId })),
    ask(event, client.access.me.query()),
    ask(event, client.organisation.askSecond.query()),
  ]);
  const reader = [me.user?.name, me.current?.organisationName].filter(Boolean).join(', ');
  return { preview: preview ?? error(404), asksSecond: asks, reader, today: parisDayOf(new Date()) };
};

export const actions: Actions = {
  ouvrir: async (event) => ({ received: await open(event), saved: false, unchanged: false }),

  suite: async (event) => {
    const form = await event.request.formData();
    const { positioningId } = event.params;
    const outcome = text(form, 'outcome') as InterviewOutcome;
    const told = await submit(event, form, () =>
      api(event).positioning.noteOutcome.mutate({ positioningId, outcome, feedback: optionalText(form, 'feedback') }),
    );
    const received = await open(event);
    if ('done' in told) return { received, saved: true, unchanged: false };
    return fail(told.status, { received, saved: false, unchanged: false, wrong: told.data });
  },

  passer: async (event) => {
    const form = await event.request.formData();
    const asked = readTransferAsked(form, event.params.positioningId);
    const told = await submit(event, form, () => api(event).positioning.askTransfer.mutate(asked));
    const received = await open(event);
    if ('done' in told) return { received, saved: false, unchanged: false };
    return fail(told.status, { received, saved: false, unchanged: false, wrong: told.data });
  },

  repondre: async (event) => {
    const form = await event.request.formData();
    const answer = { ...readAnswer(form), positioningId: event.params.positioningId };
    const told = await submit(event, form, () => api(event).positioning.answer.mutate(answer));
    const received = await open(event);
    if ('done' in told) return { received, saved: true, unchanged: told.done.unchanged };
    return fail(told.status, { received, saved: false, unchanged: false, wrong: told.data });
  },
};

function open(event: RequestEvent<{ positioningId: string }>): Promise<Received> {
  return ask(event, api(event).positioning.showReceived.mutate({ positioningId: event.params.positioningId }));
}
