import { correctPlanned, loadPlanned, plannedTyped } from '#lib/server/programme.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { planned } = await loadPlanned(event);
  return { planned, values: plannedTyped(planned) };
};

export const actions: Actions = {
  default: (event) => correctPlanned(event, `/acheteur/programmation/${event.params.plannedId}`),
};
