import { organisationKindOfRole, roles } from '@jonction/domain/access/role';
import { redirect } from '@sveltejs/kit';
import { oneOf } from '#lib/contract/event-form.ts';
import { api, ask } from '#lib/server/api.ts';
import { submit, text, wholeNumber } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { search } = api(event).organisation;
  const [people, bodies, openCap] = await Promise.all([
    ask(event, api(event).access.listMembers.query()),
    ask(event, search.query({ kinds: ['buyer', 'employer', 'partner'], limit: 100 })),
    ask(event, api(event).bank.showOpenCap.query()),
  ]);
  return {
    ...people,
    openCap: openCap.most,
    bodies: bodies.map(({ id, name, identifier }) => ({ value: id, label: name, hint: identifier ?? undefined })),
  };
};

export const actions: Actions = {
  plafond: async (event) => {
    const form = await event.request.formData();
    const most = wholeNumber(form, 'most') ?? Number.NaN;
    const answer = await submit(event, form, () => api(event).bank.setOpenCap.mutate({ most }));
    if ('done' in answer) redirect(303, '/admin?fait=oui');
    return answer;
  },
  inviter: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, async () => {
      const role = oneOf(roles, text(form, 'role'));
      // A colleague speaks for our own structure: nothing to choose.
      const own = organisationKindOfRole[role] === 'structure';
      const organisationId = own
        ? ((await api(event).access.me.query()).current?.structureId ?? '')
        : text(form, 'organisationId');
      return api(event).access.invite.mutate({ email: text(form, 'email'), role, organisationId });
    });
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
