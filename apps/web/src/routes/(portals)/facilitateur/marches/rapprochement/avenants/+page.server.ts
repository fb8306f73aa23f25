import { parisDayOf } from '@jonction/domain/shared/day';
import { readPage } from '@jonction/ui/address';
import { api, ask } from '#lib/server/api.ts';
import { optionalText, submit, text, texts } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const pageSize = 50;

export const load: PageServerLoad = async (event) => {
  const page = readPage(event.url);
  const list = await ask(event, api(event).published.listAmendments.query({ page, pageSize }));
  return { list, page, pageSize, today: parisDayOf(new Date()) };
};

/** `id clé`, as a ticked row sends it. */
function chosen(form: FormData): { contractId: string; key: string }[] {
  return texts(form, 'which').map((value) => {
    const at = value.indexOf(' ');
    return { contractId: value.slice(0, at), key: value.slice(at + 1) };
  });
}

export const actions: Actions = {
  accepter: async (event) => {
    const form = await event.request.formData();
    const given = { verdict: 'accepted' as const, reason: null, which: chosen(form), seen: 0 };
    const answer = await submit(event, form, () => api(event).published.decideAmendments.mutate(given));
    return 'done' in answer ? { accepted: answer.done } : answer;
  },
  tous: async (event) => {
    const form = await event.request.formData();
    const given = { verdict: 'accepted' as const, reason: null, which: null, seen: Number(text(form, 'seen')) };
    const answer = await submit(event, form, () => api(event).published.decideAmendments.mutate(given));
    return 'done' in answer ? { accepted: answer.done } : answer;
  },
  refuser: async (event) => {
    const form = await event.request.formData();
    const given = {
      verdict: 'refused' as const,
      reason: optionalText(form, 'reason'),
      which: chosen(form),
      seen: 0,
    };
    const answer = await submit(event, form, () => api(event).published.decideAmendments.mutate(given));
    return 'done' in answer ? { refused: answer.done } : answer;
  },
  defaire: async (event) => {
    const form = await event.request.formData();
    const given = { decisionId: text(form, 'decisionId') };
    const answer = await submit(event, form, () => api(event).published.undoAmendment.mutate(given));
    return 'done' in answer ? { undone: answer.done } : answer;
  },
};
