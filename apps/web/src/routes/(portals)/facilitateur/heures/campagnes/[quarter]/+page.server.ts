import { quarterSchema } from '@jonction/domain/hours/late';
import { readPage } from '@jonction/ui/address';
import { error } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const pageSize = 100;

export const load: PageServerLoad = async (event) => {
  const { quarter } = event.params;
  if (!quarterSchema.safeParse(quarter).success) error(404);
  const page = readPage(event.url);
  return {
    campaign: await ask(event, api(event).hours.showCampaign.query({ quarter, page, pageSize })),
    page,
    pageSize,
  };
};

export const actions: Actions = {
  relancer: async (event) => {
    const form = await event.request.formData();
    const { quarter } = event.params;
    const employerId = text(form, 'employerId');
    return submit(event, form, () => api(event).hours.remindCampaign.mutate({ quarter, employerId }));
  },
};
