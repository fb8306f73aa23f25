import type { Inputs } from '../inputs.ts';

export const accessInputs: Inputs = {
  'access.me': () => undefined,
  'access.chooseLocale': () => ({ locale: 'fr' }),
  'access.switchMembership': ({ membershipId }) => ({ membershipId }),
  'access.invite': ({ partnerId }) => ({ email: 'collegue@exemple.test', role: 'partner', organisationId: partnerId }),
  'access.listMembers': () => undefined,
  'access.endMembership': ({ membershipId }) => ({ membershipId }),
  'access.revokeInvitation': ({ invitationId }) => ({ invitationId }),
  'access.listColleagues': ({ employerId }) => ({ organisationId: employerId }),
  'access.inviteColleague': () => ({ email: 'collegue.paie@exemple.test', companyRole: 'declarant' }),
  'access.endColleague': ({ membershipId }) => ({ membershipId }),
  'access.suspendColleague': ({ membershipId }) => ({ membershipId }),
  'access.resumeColleague': ({ membershipId }) => ({ membershipId }),
  'access.changeCompanyRole': ({ membershipId }) => ({ membershipId, companyRole: 'manager' }),
  'access.describeInvitation': () => ({ token: 'un-jeton-que-personne-n-a-recu' }),
  'access.acceptInvitation': () => ({
    token: 'un-jeton-que-personne-n-a-recu',
    name: 'Ada',
    password: 'une phrase de passe',
  }),
};
