import { readPage } from '@jonction/ui/address';
import { error, redirect } from '@sveltejs/kit';
import { knownDay } from '#lib/hours/known-day.ts';
import { api, ask } from '#lib/server/api.ts';
import { optionalText, submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const pageSize = 50;
const monthShape = /^\d{4}-(0[1-9]|1[0-2])$/;

/** `?connu=2026-03-31&page=2`. */
export const load: PageServerLoad = async (event) => {
  const { month } = event.params;
  if (!monthShape.test(month)) error(404);
  const past = knownDay(event.url);
  const page = readPage(event.url);
  const asked = { month, page, pageSize, ...(past ? { knownOn: past } : {}) };
  const shown = await ask(event, api(event).hours.showClosing.query(asked));
  return { ...shown, month, past, page, pageSize };
};

/** Does it, and comes back to the page that says so: reloading it sends nothing twice. */
async function act(event: RequestEvent, form: FormData, call: () => Promise<unknown>) {
  const answer = await submit(event, form, call);
  if ('done' in answer) redirect(303, `${event.url.pathname}?fait=oui`);
  return answer;
}

export const actions: Actions = {
  clore: async (event) => {
    const form = await event.request.formData();
    return act(event, form, () => api(event).hours.closeMonth.mutate({ month: event.params.month }));
  },
  proposer: async (event) => {
    const form = await event.request.formData();
    const note = optionalText(form, 'mot');
    return act(event, form, () => api(event).hours.proposeClosing.mutate({ month: event.params.month, note }));
  },
  rouvrir: async (event) => {
    const form = await event.request.formData();
    const reason = text(form, 'motif');
    return act(event, form, () => api(event).hours.reopenMonth.mutate({ month: event.params.month, reason }));
  },
};
