import { roles } from '@jonction/domain/access/role';
import { redirect } from '@sveltejs/kit';
import { oneOf } from '#lib/contract/event-form.ts';
import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { search } = api(event).organisation;
  const [people, bodies, { current }] = await Promise.all([
    ask(event, api(event).access.listMembers.query()),
    ask(event, search.query({ kinds: ['buyer', 'employer', 'partner'], limit: 100 })),
    event.parent(),
  ]);
  return {
    ...people,
    bodies: [
      { value: current.structureId, label: current.structureName },
      ...bodies.map(({ id, name, identifier }) => ({ value: id, label: name, hint: identifier ?? undefined })),
    ],
  };
};

export const actions: Actions = {
  inviter: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).access.invite.mutate({
        email: text(form, 'email'),
        role: oneOf(roles, text(form, 'role')),
        organisationId: text(form, 'organisationId'),
      }),
    );
    if ('done' in answer) redirect(303, '/admin?fait=invitation');
    return answer;
  },
  annuler: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).access.revokeInvitation.mutate({ invitationId: text(form, 'invitationId') }),
    );
    if ('done' in answer) redirect(303, '/admin?fait=oui');
    return answer;
  },
  fermer: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).access.endMembership.mutate({ membershipId: text(form, 'membershipId') }),
    );
    if ('done' in answer) redirect(303, '/admin?fait=oui');
    return answer;
  },
};
