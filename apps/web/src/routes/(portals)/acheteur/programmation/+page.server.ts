import { plannedQuestion } from '#lib/programme/list-address.ts';
import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const question = plannedQuestion(event.url);
  return { question, list: await ask(event, api(event).programme.list.query(question)) };
};
