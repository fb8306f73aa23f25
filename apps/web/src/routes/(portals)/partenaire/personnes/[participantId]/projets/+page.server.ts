import { api, ask } from '#lib/server/api.ts';
import { loadProjectChoices, projectActions } from '#lib/server/project-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { participantId } = event.params;
  const { participant: person, projects } = await ask(event, api(event).participant.showMine.query({ participantId }));
  return { person, projects, ...(await loadProjectChoices(event, person)) };
};

export const actions: Actions = projectActions((event) => event.params.participantId ?? '');
