import { parisDayOf } from '@jonction/domain/shared/day';
import { api, ask } from '#lib/server/api.ts';
import { writeMeans } from '#lib/server/effort-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { contractId } = event.params;
  const [shown, means] = await Promise.all([
    ask(event, api(event).contract.show.query({ contractId })),
    ask(event, api(event).hours.listMeans.query({ contractId })),
  ]);
  return { title: shown.contract.object, means, today: parisDayOf(new Date()) };
};

export const actions: Actions = { moyen: (event) => writeMeans(event, event.params.contractId) };
