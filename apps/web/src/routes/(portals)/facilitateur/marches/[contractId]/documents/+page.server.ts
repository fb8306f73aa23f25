import { parisDayOf } from '@jonction/domain/shared/day';
import { api, ask } from '#lib/server/api.ts';
import { optionalText, submit, text } from '#lib/server/form.ts';
import { papersOf, periodOf, seeIssued } from '#lib/server/papers.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { contractId } = event.params;
  const client = api(event);
  const [{ contract }, hired, papers] = await Promise.all([
    ask(event, client.contract.show.query({ contractId })),
    ask(event, client.placement.list.query({ contractId, pageSize: 200 })),
    papersOf(event, { contractId }),
  ]);
  const companies = new Map(hired.rows.map(({ employerId, employerName }) => [employerId, employerName]));
  return {
    contract: { id: contract.id, object: contract.object, number: contract.number },
    companies: [...companies].map(([value, label]) => ({ value, label })),
    papers,
    today: parisDayOf(new Date()),
  };
};

export const actions: Actions = {
  etablir: async (event) => {
    const { contractId } = event.params;
    const form = await event.request.formData();
    const [kind, audience] = text(form, 'document').split(' ');
    const { report } = api(event);
    const answer = await submit(event, form, () => {
      const asked = { ...periodOf(form), contractId };
      if (kind === 'certificate') return report.issueCertificate.mutate(asked);
      const reader = audience === 'buyer' || audience === 'employer' ? audience : 'team';
      return report.issueStatement.mutate({ ...asked, audience: reader, employerId: optionalText(form, 'employerId') });
    });
    return 'done' in answer ? seeIssued(event, answer.done) : answer;
  },
};
