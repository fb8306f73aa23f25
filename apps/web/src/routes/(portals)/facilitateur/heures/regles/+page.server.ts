import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

/** `?essai=ID`: what adopting that policy would move. */
export const load: PageServerLoad = async (event) => {
  const policies = await ask(event, api(event).hours.listPolicies.query());
  const tried = policies.find(({ id, inForce }) => !inForce && id === event.url.searchParams.get('essai'));
  const effect = tried ? await ask(event, api(event).hours.previewAdoption.query({ policyId: tried.id })) : null;
  return { policies, tried: tried?.id ?? null, effect };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const result = await submit(event, form, () =>
      api(event).hours.adoptPolicy.mutate({ policyId: text(form, 'regle') }),
    );
    return 'done' in result ? { done: true } : result;
  },
};
