import { api, ask } from '#lib/server/api.ts';
import { submit, texts } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [members, partners] = await Promise.all([
    ask(event, api(event).offer.showCommittee.query()),
    ask(event, api(event).organisation.search.query({ kinds: ['partner'], limit: 100 })),
  ]);
  return { members, partners: partners.map(({ id, name, city }) => ({ id, name, city })) };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    return submit(event, form, () => api(event).offer.setCommittee.mutate({ partnerIds: texts(form, 'partnerId') }));
  },
};
