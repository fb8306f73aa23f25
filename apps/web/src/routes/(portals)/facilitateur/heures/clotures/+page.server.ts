import { knownDay } from '#lib/hours/known-day.ts';
import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

/** `?connu=2026-03-31`: as it was known at the end of that day. */
export const load: PageServerLoad = async (event) => {
  const past = knownDay(event.url);
  return { past, months: await ask(event, api(event).hours.listClosings.query(past ? { knownOn: past } : {})) };
};
