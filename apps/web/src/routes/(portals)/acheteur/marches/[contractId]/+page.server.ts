import { isDay } from '@jonction/domain/shared/day';
import { redirect } from '@sveltejs/kit';
import { bringDocument, eventOf } from '#lib/contract/event-form.ts';
import { api, ask } from '#lib/server/api.ts';
import { submit } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { contractId } = event.params;
  const asked = event.url.searchParams.get('connu') ?? '';
  const knownOn = isDay(asked) ? asked : null;
  return { past: knownOn, ...(await ask(event, api(event).contract.showBought.query({ contractId, knownOn }))) };
};

export const actions: Actions = {
  evenement: async (event) => {
    const form = await event.request.formData();
    const turnedAway = await bringDocument(event, form);
    if (turnedAway) return turnedAway;
    const answer = await submit(event, form, () =>
      api(event).contract.recordEvent.mutate(eventOf(form, event.params.contractId)),
    );
    if ('done' in answer) redirect(303, `${event.url.pathname}?fait=oui`);
    return answer;
  },
};
