import { redirect } from '@sveltejs/kit';
import { termsIn } from '#lib/crisis/crisis-form.ts';
import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { crisisId } = event.params;
  const [crisis, buyers] = await Promise.all([
    ask(event, api(event).crisis.show.query({ crisisId })),
    ask(event, api(event).crisis.listBuyers.query()),
  ]);
  if (crisis.state !== 'draft') redirect(303, `/facilitateur/urgence/${crisisId}`);
  return { crisis, buyers };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const terms = termsIn(form);
    const { crisisId } = event.params;
    const draft = { crisisId, version: Number(text(form, 'version')) };
    const answer = await submit(event, form, () => api(event).crisis.write.mutate({ terms, draft }));
    if (!('done' in answer)) return { ...answer, data: { ...answer.data, terms } };
    redirect(303, `/facilitateur/urgence/${crisisId}`);
  },
};
