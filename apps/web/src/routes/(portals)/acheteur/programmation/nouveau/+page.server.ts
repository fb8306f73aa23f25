import { redirect } from '@sveltejs/kit';
import { plannedFacts } from '#lib/programme/planned-form.ts';
import { api } from '#lib/server/api.ts';
import { submit } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ year: String(new Date().getFullYear() + 1) });

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).programme.plan.mutate({ ...plannedFacts(form), buyerId: null }),
    );
    if ('done' in answer) redirect(303, `/acheteur/programmation/${answer.done.plannedId}`);
    return answer;
  },
};
