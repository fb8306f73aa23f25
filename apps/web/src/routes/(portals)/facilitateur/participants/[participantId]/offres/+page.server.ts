import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  offers: await ask(event, api(event).matching.offersFor.query({ participantId: event.params.participantId })),
});
