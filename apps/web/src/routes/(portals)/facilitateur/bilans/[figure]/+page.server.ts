import { isActivityFigure } from '@jonction/domain/report/activity';
import { parisDayOf } from '@jonction/domain/shared/day';
import { readPage } from '@jonction/ui/address';
import { error } from '@sveltejs/kit';
import { knownDay } from '#lib/hours/known-day.ts';
import { readPeriod } from '#lib/report/activity-address.ts';
import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

const pageSize = 50;

/** `?du=&au=&connu=&groupe=&page=`: the rows of a figure of the report. */
export const load: PageServerLoad = async (event) => {
  const { figure } = event.params;
  if (!isActivityFigure(figure)) error(404);
  const period = readPeriod(event.url, parisDayOf(new Date()));
  const knownOn = knownDay(event.url);
  const key = event.url.searchParams.get('groupe') || undefined;
  const page = readPage(event.url);
  const list = await ask(
    event,
    api(event).report.listActivity.query({ ...period, knownOn, figure, ...(key ? { key } : {}), page, pageSize }),
  );
  return { ...list, figure, period, knownOn, key: key ?? null, page, pageSize };
};
