import { parisDayOf } from '@jonction/domain/shared/day';
import { knownDay } from '#lib/hours/known-day.ts';
import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

/** `?annee=2026&connu=`; without a year, the last one that is over: the one being collected. */
export const load: PageServerLoad = async (event) => {
  const over = Number(parisDayOf(new Date()).slice(0, 4)) - 1;
  const asked = event.url.searchParams.get('annee') ?? '';
  const year = /^20\d{2}$/.test(asked) && asked !== '2000' ? Number(asked) : over;
  const knownOn = knownDay(event.url);
  return { ...(await ask(event, api(event).report.showConsolidation.query({ year, knownOn }))), year, knownOn };
};
