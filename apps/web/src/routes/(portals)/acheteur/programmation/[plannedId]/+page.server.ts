import { parisDayOf } from '@jonction/domain/shared/day';
import { loadPlanned, plannedActions } from '#lib/server/programme.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  shown: await loadPlanned(event),
  today: parisDayOf(new Date()),
  done: event.url.searchParams.has('fait'),
});

export const actions: Actions = plannedActions;
