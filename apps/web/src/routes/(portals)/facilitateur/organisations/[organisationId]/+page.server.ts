import { api, ask } from '#lib/server/api.ts';
import { proveContact, saveContact } from '#lib/server/contact-actions.ts';
import { nameOrganisation, readOrganisation } from '#lib/server/name-organisation.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { organisationId } = event.params;
  const [read, people] = await Promise.all([
    readOrganisation(event, organisationId),
    ask(event, api(event).organisation.listContacts.query({ organisationId })),
  ]);
  return { ...read, people };
};

export const actions: Actions = {
  nommer: (event) => nameOrganisation(event, event.params.organisationId),
  contact: (event) => saveContact(event, event.params.organisationId),
  prouver: proveContact,
};
