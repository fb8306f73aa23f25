import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  letter: await ask(event, api(event).participant.showLetter.query({ participantId: event.params.participantId })),
});
