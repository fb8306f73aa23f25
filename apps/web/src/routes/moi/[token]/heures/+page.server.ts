import { parisDayOf } from '@jonction/domain/shared/day';
import { homeOf, orDead, ownPage, pageApi, submitOwn } from '#lib/server/own-page.ts';
import { periodOf, seeIssued } from '#lib/server/papers.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const own = await ownPage(event);
  const { rows } = await orDead(event, pageApi(event).report.listDocuments.query({}));
  return {
    own,
    home: homeOf(event),
    papers: rows,
    issued: rows.find(({ id }) => id === event.url.searchParams.get('etabli')) ?? null,
    today: parisDayOf(new Date()),
  };
};

export const actions: Actions = {
  etablir: async (event) => {
    const form = await event.request.formData();
    const answer = await submitOwn(event, form, (client) => client.report.issueRecord.mutate(periodOf(form)));
    return 'done' in answer ? seeIssued(event, answer.done) : answer;
  },
};
