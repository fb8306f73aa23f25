import { parisDayOf } from '@jonction/domain/shared/day';
import { api, ask } from '#lib/server/api.ts';
import { submit } from '#lib/server/form.ts';
import { papersOf, periodOf, seeIssued } from '#lib/server/papers.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { contractId } = event.params;
  const [{ contract }, papers] = await Promise.all([
    ask(event, api(event).contract.showBought.query({ contractId })),
    papersOf(event, { contractId }),
  ]);
  return { contract: { id: contract.id, object: contract.object }, papers, today: parisDayOf(new Date()) };
};

export const actions: Actions = {
  etablir: async (event) => {
    const { contractId } = event.params;
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).report.issueStatement.mutate({ ...periodOf(form), contractId }),
    );
    return 'done' in answer ? seeIssued(event, answer.done) : answer;
  },
};
