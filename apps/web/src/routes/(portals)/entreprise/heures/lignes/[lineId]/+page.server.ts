import { api, ask } from '#lib/server/api.ts';
import { lineActions, lineNoticeOf } from '#lib/server/line-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  story: await ask(event, api(event).hours.showLine.query({ lineId: event.params.lineId })),
  said: lineNoticeOf(event.url),
});

export const actions: Actions = lineActions('/entreprise/heures/lignes');
