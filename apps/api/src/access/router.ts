import { router } from '../trpc.ts';
import { acceptInvitation, describeInvitation } from './accept-invitation.ts';
import { chooseLocale } from './choose-locale.ts';
import { changeCompanyRole, endColleague, inviteColleague } from './colleague.ts';
import { endMembership } from './end-membership.ts';
import { invite } from './invite.ts';
import { listColleagues } from './list-colleagues.ts';
import { listMembers } from './list-members.ts';
import { me } from './me.ts';
import { revokeInvitation } from './revoke-invitation.ts';
import { resumeColleague, suspendColleague } from './suspend-colleague.ts';
import { switchMembership } from './switch-membership.ts';

export const accessRouter = router({
  me,
  switchMembership,
  chooseLocale,
  invite,
  listMembers,
  endMembership,
  revokeInvitation,
  listColleagues,
  inviteColleague,
  endColleague,
  suspendColleague,
  resumeColleague,
  changeCompanyRole,
  describeInvitation,
  acceptInvitation,
});
