import { redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import { optionalText, submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const companies = await ask(event, api(event).organisation.search.query({ kinds: ['employer'], limit: 100 }));
  return {
    companies: companies.map(({ id, name }) => ({ value: id, label: name })),
    chosen: event.url.searchParams.get('entreprise') ?? '',
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const client = api(event);
    const answer = await submit(event, form, async () => {
      const name = text(form, 'name');
      const organisationId =
        text(form, 'organisationId') ||
        (name &&
          (await client.organisation.create.mutate({ kind: 'employer', name, city: text(form, 'city') }))
            .organisationId);
      return client.prospect.add.mutate({
        organisationId,
        why: text(form, 'why'),
        nextAction: text(form, 'nextAction'),
        nextActionOn: optionalText(form, 'nextActionOn'),
      });
    });
    if (!('done' in answer)) return answer;
    redirect(303, `/facilitateur/prospection/${answer.done.prospectId}`);
  },
};
