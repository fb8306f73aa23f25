import { redirect } from '@sveltejs/kit';
import { cents } from '#lib/contract/typed.ts';
import { api, ask } from '#lib/server/api.ts';
import { submit, wholeNumber } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  setting: await ask(event, api(event).contract.showHourSetting.query()),
});

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const number = (value: number | null) => value ?? Number.NaN;
    const answer = await submit(event, form, () =>
      api(event).contract.saveHourSetting.mutate({
        fteHours: number(wholeNumber(form, 'fteHours')),
        weekCentihours: number(cents(form, 'weekCentihours')),
        dayCentihours: number(cents(form, 'dayCentihours')),
        hourlyCostCents: number(cents(form, 'hourlyCostCents')),
      }),
    );
    if ('done' in answer) redirect(303, `${event.url.pathname}?fait=oui`);
    return answer;
  },
};
