import { parisDayOf } from '@jonction/domain/shared/day';
import { comparedQuestion } from '#lib/published/list-address.ts';
import { api, ask } from '#lib/server/api.ts';
import { optionalText, submit, text, texts } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const question = comparedQuestion(event.url);
  const [list, files] = await ask(
    event,
    Promise.all([api(event).published.compare.query(question), api(event).published.listFiles.query()]),
  );
  return { question, list, files, today: parisDayOf(new Date()) };
};

export const actions: Actions = {
  meme: async (event) => {
    const form = await event.request.formData();
    const [contractId = '', openId = ''] = text(form, 'pair').split(' ');
    const given = { contractId, openId, verdict: 'same' as const, reason: null };
    const answer = await submit(event, form, () => api(event).published.decide.mutate(given));
    return 'done' in answer ? { decided: answer.done } : answer;
  },
  suivre: async (event) => {
    const form = await event.request.formData();
    const given = { contractId: text(form, 'contractId') };
    const answer = await submit(event, form, () => api(event).contract.attach.mutate(given));
    return 'done' in answer ? { followed: answer.done } : answer;
  },
  ecarter: async (event) => {
    const form = await event.request.formData();
    const given = { openIds: texts(form, 'openId'), reason: optionalText(form, 'reason') };
    const answer = await submit(event, form, () => api(event).published.setAside.mutate(given));
    return 'done' in answer ? { aside: answer.done } : answer;
  },
  defaire: async (event) => {
    const form = await event.request.formData();
    const given = { decisionId: text(form, 'decisionId') };
    const answer = await submit(event, form, () => api(event).published.undo.mutate(given));
    return 'done' in answer ? { undone: answer.done } : answer;
  },
};
