import { parisDayOf } from '@jonction/domain/shared/day';
import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import { papersOf, periodOf, seeIssued } from '#lib/server/papers.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [held, papers] = await Promise.all([ask(event, api(event).contract.listHeld.query()), papersOf(event, {})]);
  const contracts = new Map(
    held.map(({ contractId, contractNumber, object }) => [contractId, { contractNumber, object }]),
  );
  return {
    contracts: [...contracts].map(([value, { contractNumber, object }]) => ({
      value,
      label: `${contractNumber} · ${object}`,
    })),
    papers,
    today: parisDayOf(new Date()),
  };
};

export const actions: Actions = {
  etablir: async (event) => {
    const form = await event.request.formData();
    const { report } = api(event);
    const answer = await submit(event, form, () =>
      text(form, 'document') === 'statement'
        ? report.issueStatement.mutate({ ...periodOf(form), contractId: text(form, 'contractId') })
        : report.issueAttestation.mutate(periodOf(form)),
    );
    return 'done' in answer ? seeIssued(event, answer.done) : answer;
  },
};
