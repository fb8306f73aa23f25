import { parisDayOf } from '@jonction/domain/shared/day';
import { api } from '#lib/server/api.ts';
import { submit } from '#lib/server/form.ts';
import { papersOf, periodOf, seeIssued } from '#lib/server/papers.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  papers: await papersOf(event, { participantId: event.params.participantId }),
  today: parisDayOf(new Date()),
});

export const actions: Actions = {
  etablir: async (event) => {
    const { participantId } = event.params;
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).report.issueRecord.mutate({ ...periodOf(form), participantId }),
    );
    return 'done' in answer ? seeIssued(event, answer.done) : answer;
  },
};
