import { parisDayOf } from '@jonction/domain/shared/day';
import { redirect } from '@sveltejs/kit';
import { api, ask, refusalOf } from '#lib/server/api.ts';
import { submit, text, typed } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { crisisId } = event.params;
  const crisis = await ask(event, api(event).crisis.show.query({ crisisId }));
  const found = { crisis, today: parisDayOf(new Date()), preview: null, unfit: null };
  if (crisis.state !== 'draft') return found;
  try {
    return { ...found, preview: await api(event).crisis.preview.query({ crisisId }) };
  } catch (thrown) {
    // Too many contracts: the draft is kept, and says how to narrow it.
    const refusal = refusalOf(thrown);
    if (!refusal?.code.startsWith('crisis.')) throw thrown;
    return { ...found, unfit: refusal.sentence };
  }
};

export const actions: Actions = {
  appliquer: async (event) => {
    const form = await event.request.formData();
    const given = { version: Number(text(form, 'version')), planned: Number(text(form, 'planned')) };
    const { crisisId } = event.params;
    const answer = await submit(event, form, () => api(event).crisis.enforce.mutate({ crisisId, ...given }));
    return 'done' in answer ? { applied: answer.done } : answer;
  },
  abandonner: async (event) => {
    const form = await event.request.formData();
    const { crisisId } = event.params;
    const answer = await submit(event, form, () => api(event).crisis.discard.mutate({ crisisId }));
    if (!('done' in answer)) return answer;
    redirect(303, '/facilitateur/urgence');
  },
  /** What the end would change: nothing is written. */
  apercufin: async (event) => {
    const form = await event.request.formData();
    const { crisisId } = event.params;
    const on = text(form, 'on');
    const answer = await submit(event, form, () => api(event).crisis.previewEnd.query({ crisisId, on }));
    return 'done' in answer ? { ending: { ...answer.done, on }, values: typed(form) } : answer;
  },
  terminer: async (event) => {
    const form = await event.request.formData();
    const { crisisId } = event.params;
    const given = { on: text(form, 'on'), letter: text(form, 'letter') };
    const answer = await submit(event, form, () => api(event).crisis.end.mutate({ crisisId, ...given }));
    return 'done' in answer ? { ended: answer.done } : answer;
  },
  annuler: async (event) => {
    const form = await event.request.formData();
    const { crisisId } = event.params;
    const answer = await submit(event, form, () => api(event).crisis.undo.mutate({ crisisId }));
    return 'done' in answer ? { undone: answer.done } : answer;
  },
};
