import { redirect } from '@sveltejs/kit';
import { plannedFacts } from '#lib/programme/planned-form.ts';
import { api, ask } from '#lib/server/api.ts';
import { optionalText, submit } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const buyers = await ask(event, api(event).organisation.search.query({ kinds: ['buyer'], limit: 100 }));
  return {
    buyers: buyers.map(({ id, name, identifier }) => ({ value: id, label: name, hint: identifier ?? undefined })),
    year: String(new Date().getFullYear() + 1),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).programme.plan.mutate({ ...plannedFacts(form), buyerId: optionalText(form, 'buyerId') }),
    );
    if ('done' in answer) redirect(303, `/facilitateur/marches/programmation/${answer.done.plannedId}`);
    return answer;
  },
};
