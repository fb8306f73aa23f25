import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [months, held, quarters] = await Promise.all([
    ask(event, api(event).hours.listMonths.query()),
    ask(event, api(event).contract.listHeld.query()),
    ask(event, api(event).hours.listQuarters.query()),
  ]);
  return { months, held, quarters };
};

export const actions: Actions = {
  trimestre: async (event) => {
    const form = await event.request.formData();
    const said = { quarter: text(form, 'quarter'), structureId: text(form, 'structureId') };
    return submit(event, form, () => api(event).hours.answerQuarter.mutate(said));
  },
};
