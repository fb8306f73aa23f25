import { api, ask } from '#lib/server/api.ts';
import { teamActions } from '#lib/server/team-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  return { team: await ask(event, api(event).access.listColleagues.query({})) };
};

export const actions: Actions = teamActions;
