import { redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

/** The sheet that a person takes with her: only once the meeting is confirmed. */
export const load: PageServerLoad = async (event) => {
  const { positioningId } = event.params;
  const story = await ask(event, api(event).positioning.show.query({ positioningId }));
  const { interview } = story;
  if (!interview?.confirmed) redirect(303, `/facilitateur/envois/cv/${positioningId}#entretien`);
  return { row: story.row, interview };
};
