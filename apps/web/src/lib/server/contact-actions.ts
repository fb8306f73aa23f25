import type { RequestEvent } from '@sveltejs/kit';
import { api } from './api.ts';
import { submit, text } from './form.ts';

/** Writes down or corrects somebody of an organisation. */
export async function saveContact(event: RequestEvent, organisationId: string) {
  const form = await event.request.formData();
  return submit(event, form, () =>
    api(event).organisation.saveContact.mutate({
      organisationId,
      contactId: text(form, 'contactId') || null,
      ...personOf(form),
    }),
  );
}

/** After a call: still there, or no longer. */
export async function proveContact(event: RequestEvent) {
  const form = await event.request.formData();
  const proof = text(form, 'proof') === 'gone' ? ('gone' as const) : ('call' as const);
  return submit(event, form, () =>
    api(event).organisation.proveContact.mutate({ contactId: text(form, 'contactId'), proof }),
  );
}

/** A company names somebody else; `link` when it speaks by its link. */
export async function nameSecond(event: RequestEvent, link?: string) {
  const form = await event.request.formData();
  return submit(event, form, () =>
    api(event, link).organisation.nameSecond.mutate({ ...personOf(form), gone: text(form, 'gone') !== '' }),
  );
}

function personOf(form: FormData) {
  return {
    name: text(form, 'name'),
    function: text(form, 'function'),
    email: text(form, 'email'),
    phone: text(form, 'phone'),
  };
}
