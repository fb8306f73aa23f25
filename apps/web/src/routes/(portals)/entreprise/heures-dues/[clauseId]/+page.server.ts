import { knownDay } from '#lib/hours/known-day.ts';
import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

/** `?connu=2026-03-31`, and the question of the simulator. */
export const load: PageServerLoad = async (event) => {
  const past = knownDay(event.url);
  const asked = { clauseId: event.params.clauseId, ...(past ? { knownOn: past } : {}) };
  const obligation = await ask(event, api(event).contract.showObligation.query(asked));
  return { obligation, past };
};
