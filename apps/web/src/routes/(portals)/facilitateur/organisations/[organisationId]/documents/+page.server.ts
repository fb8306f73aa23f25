import { parisDayOf } from '@jonction/domain/shared/day';
import { api, ask } from '#lib/server/api.ts';
import { submit } from '#lib/server/form.ts';
import { papersOf, periodOf, seeIssued } from '#lib/server/papers.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { organisationId: id } = event.params;
  const [body, papers] = await Promise.all([
    ask(event, api(event).organisation.show.query({ organisationId: id })),
    papersOf(event, { employerId: id }),
  ]);
  return { company: { id, name: body.name }, papers, today: parisDayOf(new Date()) };
};

export const actions: Actions = {
  etablir: async (event) => {
    const { organisationId: employerId } = event.params;
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).report.issueAttestation.mutate({ ...periodOf(form), employerId }),
    );
    return 'done' in answer ? seeIssued(event, answer.done) : answer;
  },
};
