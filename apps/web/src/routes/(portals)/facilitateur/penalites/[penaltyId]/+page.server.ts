import type { PenaltyOutcome, PenaltySource } from '@jonction/domain/penalty/decide';
import { parisDayOf } from '@jonction/domain/shared/day';
import { type RequestEvent, redirect } from '@sveltejs/kit';
import { cents } from '#lib/contract/typed.ts';
import { type Api, api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  penalty: await ask(event, api(event).penalty.show.query({ penaltyId: event.params.penaltyId })),
  today: parisDayOf(new Date()),
});

/** One act on this penalty, then the page again: a reload sends nothing twice. */
async function act(
  event: RequestEvent<{ penaltyId: string }>,
  call: (penalty: Api['penalty'], penaltyId: string, form: FormData) => Promise<unknown>,
) {
  const form = await event.request.formData();
  const answer = await submit(event, form, () => call(api(event).penalty, event.params.penaltyId, form));
  if ('done' in answer) redirect(303, `${event.url.pathname}?fait=oui`);
  return answer;
}

export const actions: Actions = {
  soumettre: (event) => act(event, (penalty, penaltyId) => penalty.submit.mutate({ penaltyId })),
  retirer: (event) =>
    act(event, (penalty, penaltyId, form) => penalty.withdraw.mutate({ penaltyId, reason: text(form, 'reason') })),
  noter: (event) =>
    act(event, (penalty, penaltyId, form) =>
      penalty.recordDecision.mutate({
        penaltyId,
        // What no choice offers is refused by the API.
        outcome: text(form, 'outcome') as PenaltyOutcome,
        source: text(form, 'source') as PenaltySource,
        reducedCents: cents(form, 'reducedCents'),
        reason: text(form, 'reason'),
        saidBy: text(form, 'saidBy'),
        saidOn: text(form, 'saidOn'),
      }),
    ),
};
