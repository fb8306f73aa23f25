import { recordableKinds } from '@jonction/domain/organisation/organisation';
import { redirect } from '@sveltejs/kit';
import { oneOf } from '#lib/contract/event-form.ts';
import { api, ask } from '#lib/server/api.ts';
import { optionalText, submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const limit = 100;

export const load: PageServerLoad = async (event) => {
  const kind = recordableKinds.find((known) => known === event.url.searchParams.get('genre')) ?? null;
  const nameless = event.url.searchParams.get('sansnom') === 'oui';
  const words = (event.url.searchParams.get('q') ?? '').slice(0, 200);
  const question = { text: words, kinds: kind ? [kind] : null, nameless, limit };
  return { rows: await ask(event, api(event).organisation.search.query(question)), limit, kind, nameless };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).organisation.create.mutate({
        kind: oneOf(recordableKinds, text(form, 'kind')),
        name: text(form, 'name'),
        identifier: optionalText(form, 'identifier'),
        postalCode: optionalText(form, 'postalCode'),
        city: optionalText(form, 'city'),
        phone: optionalText(form, 'phone'),
      }),
    );
    if ('done' in answer) redirect(303, `/admin/organisations?fait=oui&q=${encodeURIComponent(text(form, 'name'))}`);
    return answer;
  },
};
