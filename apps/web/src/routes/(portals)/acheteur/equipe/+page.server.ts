import { api, ask } from '#lib/server/api.ts';
import { placeIn } from '#lib/server/directorate-actions.ts';
import { teamActions } from '#lib/server/team-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [team, directorates] = await Promise.all([
    ask(event, api(event).access.listColleagues.query({})),
    ask(event, api(event).organisation.listDirectorates.query({})),
  ]);
  return { team, directorates: directorates.rows.filter(({ endedOn }) => endedOn === null) };
};

export const actions: Actions = { ...teamActions, ranger: (event) => placeIn(event, { kind: 'person' }) };
