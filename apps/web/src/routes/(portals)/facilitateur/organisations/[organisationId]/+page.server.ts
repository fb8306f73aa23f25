import { companyRoles, teamKinds } from '@jonction/domain/access/company-team';
import { oneOf } from '#lib/contract/event-form.ts';
import { api, ask } from '#lib/server/api.ts';
import { proveContact, saveContact } from '#lib/server/contact-actions.ts';
import { submit, text } from '#lib/server/form.ts';
import { nameOrganisation, readOrganisation } from '#lib/server/name-organisation.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { organisationId } = event.params;
  const [read, people, team] = await Promise.all([
    readOrganisation(event, organisationId),
    ask(event, api(event).organisation.listContacts.query({ organisationId })),
    ask(event, api(event).access.listColleagues.query({ organisationId })),
  ]);
  return { ...read, people, team };
};

export const actions: Actions = {
  nommer: (event) => nameOrganisation(event, event.params.organisationId),
  contact: (event) => saveContact(event, event.params.organisationId),
  prouver: proveContact,
  inviter: async (event) => {
    const form = await event.request.formData();
    const given = {
      email: text(form, 'email'),
      role: oneOf(teamKinds, text(form, 'of')),
      organisationId: event.params.organisationId,
      companyRole: oneOf(companyRoles, text(form, 'companyRole')),
    };
    const answer = await submit(event, form, () => api(event).access.invite.mutate(given));
    return 'done' in answer ? { said: 'invited' as const } : answer;
  },
  annuler: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).access.revokeInvitation.mutate({ invitationId: text(form, 'invitationId') }),
    );
    return 'done' in answer ? { said: 'done' as const } : answer;
  },
};
