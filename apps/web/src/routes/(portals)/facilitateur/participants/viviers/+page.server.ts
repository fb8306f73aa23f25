import { redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const [pools, occupations] = await Promise.all([
    ask(event, client.bank.listPools.query()),
    ask(event, client.reference.occupationLabels.query({ codes: null })),
  ]);
  return { ...pools, occupationOptions: occupations.map(({ code, label }) => ({ value: code, label, hint: code })) };
};

export const actions: Actions = {
  epingler: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).bank.pinPool.mutate({ code: text(form, 'code'), pinned: text(form, 'epingle') !== 'non' }),
    );
    return 'done' in answer ? redirect(303, event.url.pathname) : answer;
  },
};
