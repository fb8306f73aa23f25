import { readPage } from '@jonction/ui/address';
import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const pageSize = 50;

export const load: PageServerLoad = async (event) => {
  const page = readPage(event.url);
  return { ...(await ask(event, api(event).hours.listLate.query({ page, pageSize }))), page, pageSize };
};

export const actions: Actions = {
  relancer: async (event) => {
    const form = await event.request.formData();
    const late = { employerId: text(form, 'employerId'), month: text(form, 'month') };
    return submit(event, form, () => api(event).hours.remindLate.mutate(late));
  },
};
