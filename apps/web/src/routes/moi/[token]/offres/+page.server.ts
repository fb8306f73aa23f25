import { noReasons } from '@jonction/domain/participant/no-reason';
import { text } from '#lib/server/form.ts';
import { homeOf, ownPage, submitOwn } from '#lib/server/own-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ own: await ownPage(event), home: homeOf(event) });

export const actions: Actions = {
  repondre: async (event) => {
    const form = await event.request.formData();
    const proposalId = text(form, 'proposalId');
    const reason = noReasons.find((known) => known === text(form, 'reason')) ?? 'other';
    const given =
      text(form, 'answer') === 'yes'
        ? ({ proposalId, answer: 'yes' } as const)
        : ({ proposalId, answer: 'no', reason } as const);
    const answer = await submitOwn(event, form, (client) => client.participant.answerProposal.mutate(given));
    return 'done' in answer ? { about: proposalId } : answer;
  },
};
