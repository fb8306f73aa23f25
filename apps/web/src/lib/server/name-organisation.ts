import { type RequestEvent, redirect } from '@sveltejs/kit';
import { api, ask } from './api.ts';
import { submit, text } from './form.ts';
import { ownPath } from './guard.ts';

/** The page that names a body: what is known of it, and where one came from (`?retour=`). */
export async function readOrganisation(event: RequestEvent, organisationId: string) {
  const { searchParams } = event.url;
  return {
    body: await ask(event, api(event).organisation.show.query({ organisationId })),
    back: ownPath(searchParams.get('retour'), event.url, '') || null,
    done: searchParams.has('fait'),
  };
}

/** Names it, then goes back to where one came from, or says that it is done. */
export async function nameOrganisation(event: RequestEvent, organisationId: string) {
  const form = await event.request.formData();
  const answer = await submit(event, form, () =>
    api(event).organisation.rename.mutate({ organisationId, name: text(form, 'name') }),
  );
  if (!('done' in answer)) return answer;
  const back = ownPath(event.url.searchParams.get('retour'), event.url, '');
  redirect(303, back || `${event.url.pathname}?fait=oui`);
}
