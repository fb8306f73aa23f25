import { companyRoles } from '@jonction/domain/access/company-team';
import type { RequestEvent } from '@sveltejs/kit';
import { oneOf } from '#lib/contract/event-form.ts';
import { api } from './api.ts';
import { optionalText, submit, text } from './form.ts';

/** One act on an access or an invitation: the form names it, the page says that it is done. */
function act(call: (event: RequestEvent, form: FormData) => Promise<unknown>) {
  return async (event: RequestEvent) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () => call(event, form));
    return 'done' in answer ? { said: 'done' as const } : answer;
  };
}

const membershipOf = (form: FormData) => ({ membershipId: text(form, 'membershipId') });

/** What a manager does on the page of her team, of a company or of a buyer. */
export const teamActions = {
  inviter: async (event: RequestEvent) => {
    const form = await event.request.formData();
    const email = text(form, 'email');
    const companyRole = oneOf(companyRoles, text(form, 'companyRole'));
    const directorateId = optionalText(form, 'directorateId');
    const answer = await submit(event, form, () =>
      api(event).access.inviteColleague.mutate({ email, companyRole, directorateId }),
    );
    return 'done' in answer ? { said: 'sent' as const, email } : answer;
  },
  annuler: act((event, form) =>
    api(event).access.revokeInvitation.mutate({ invitationId: text(form, 'invitationId') }),
  ),
  suspendre: act((event, form) => api(event).access.suspendColleague.mutate(membershipOf(form))),
  rouvrir: act((event, form) => api(event).access.resumeColleague.mutate(membershipOf(form))),
  fermer: act((event, form) => api(event).access.endColleague.mutate(membershipOf(form))),
  role: act((event, form) =>
    api(event).access.changeCompanyRole.mutate({
      ...membershipOf(form),
      companyRole: oneOf(companyRoles, text(form, 'companyRole')),
    }),
  ),
};
