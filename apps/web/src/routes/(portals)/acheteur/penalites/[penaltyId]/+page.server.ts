import type { PenaltyOutcome } from '@jonction/domain/penalty/decide';
import { parisDayOf } from '@jonction/domain/shared/day';
import { redirect } from '@sveltejs/kit';
import { cents } from '#lib/contract/typed.ts';
import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  penalty: await ask(event, api(event).penalty.show.query({ penaltyId: event.params.penaltyId })),
  today: parisDayOf(new Date()),
});

export const actions: Actions = {
  decider: async (event) => {
    const { penaltyId } = event.params;
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).penalty.decide.mutate({
        penaltyId,
        // What no choice offers is refused by the API.
        outcome: text(form, 'outcome') as PenaltyOutcome,
        reducedCents: cents(form, 'reducedCents'),
        reason: text(form, 'reason'),
      }),
    );
    if ('done' in answer) redirect(303, `${event.url.pathname}?fait=oui`);
    return answer;
  },
};
