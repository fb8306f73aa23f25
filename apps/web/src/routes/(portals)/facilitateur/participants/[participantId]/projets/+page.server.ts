import { loadProjectChoices, projectActions } from '#lib/server/project-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { file } = await event.parent();
  return loadProjectChoices(event, file.participant);
};

export const actions: Actions = projectActions((event) => event.params.participantId ?? '');
