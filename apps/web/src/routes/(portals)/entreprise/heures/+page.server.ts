import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [months, held] = await Promise.all([
    ask(event, api(event).hours.listMonths.query()),
    ask(event, api(event).contract.listHeld.query()),
  ]);
  return { months, held };
};
