import { parisDayOf } from '@jonction/domain/shared/day';
import { knownDay } from '#lib/hours/known-day.ts';
import { readPeriod } from '#lib/report/activity-address.ts';
import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

/** `?du=&au=&connu=`; without days, the month of today. */
export const load: PageServerLoad = async (event) => {
  const today = parisDayOf(new Date());
  const period = readPeriod(event.url, today);
  const knownOn = knownDay(event.url);
  const report = await ask(event, api(event).report.showActivity.query({ ...period, knownOn }));
  return { ...report, period, knownOn, today };
};
