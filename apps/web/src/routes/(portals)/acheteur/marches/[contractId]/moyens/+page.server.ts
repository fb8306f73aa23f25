import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { contractId } = event.params;
  const [shown, means] = await Promise.all([
    ask(event, api(event).contract.showBought.query({ contractId })),
    ask(event, api(event).hours.listMeans.query({ contractId })),
  ]);
  return { title: shown.contract.object, means };
};
