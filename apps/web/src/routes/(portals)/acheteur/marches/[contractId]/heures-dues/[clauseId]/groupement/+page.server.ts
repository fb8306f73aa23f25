import { error } from '@sveltejs/kit';
import { knownDay } from '#lib/hours/known-day.ts';
import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

/** `?connu=2026-03-31`. */
export const load: PageServerLoad = async (event) => {
  const past = knownDay(event.url);
  const { clauseId, contractId } = event.params;
  const group = await ask(event, api(event).contract.showGroup.query({ clauseId, ...(past ? { knownOn: past } : {}) }));
  if (group.contractId !== contractId) error(404);
  return { group, past };
};
