import { parisDayOf } from '@jonction/domain/shared/day';
import { redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import { optionalText, submit, text } from '#lib/server/form.ts';
import { loadPlanned } from '#lib/server/programme.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [{ planned }, companies] = await Promise.all([
    loadPlanned(event),
    ask(event, api(event).organisation.search.query({ kinds: ['employer'], limit: 100 })),
  ]);
  return {
    planned,
    companies: companies.map(({ id, name, identifier }) => ({ value: id, label: name, hint: identifier ?? undefined })),
    today: parisDayOf(new Date()),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).programme.notify.mutate({
        ...{ plannedId: event.params.plannedId, reference: text(form, 'reference') },
        holderId: optionalText(form, 'holderId'),
        ...{ notifiedOn: text(form, 'notifiedOn'), endsOn: optionalText(form, 'endsOn') },
      }),
    );
    if ('done' in answer) redirect(303, `/facilitateur/marches/${answer.done.contractId}`);
    return answer;
  },
};
