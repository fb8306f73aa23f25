import { api, ask } from '#lib/server/api.ts';
import { keepText } from '#lib/server/legal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { buyers } = await ask(event, api(event).legal.list.query({}));
  return { buyers };
};

export const actions: Actions = { garder: (event) => keepText(event, null) };
