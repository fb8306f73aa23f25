import { parisDayOf } from '@jonction/domain/shared/day';
import { api, ask } from '#lib/server/api.ts';
import { optionalText, submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { contractId } = event.params;
  const shown = await ask(event, api(event).published.showPairs.query({ contractId }));
  return { ...shown, today: parisDayOf(new Date()) };
};

const verdicts = ['same', 'different', 'later'] as const;

export const actions: Actions = {
  decider: async (event) => {
    const form = await event.request.formData();
    const given = {
      contractId: event.params.contractId,
      openId: text(form, 'openId'),
      verdict: verdicts.find((verdict) => verdict === text(form, 'verdict')) ?? 'later',
      reason: optionalText(form, 'reason'),
    };
    const answer = await submit(event, form, () => api(event).published.decide.mutate(given));
    return 'done' in answer ? { decided: answer.done } : answer;
  },
  defaire: async (event) => {
    const form = await event.request.formData();
    const given = { decisionId: text(form, 'decisionId') };
    const answer = await submit(event, form, () => api(event).published.undo.mutate(given));
    return 'done' in answer ? { undone: answer.done } : answer;
  },
};
