import { router } from '../trpc.ts';
import { acceptInvitation, describeInvitation } from './accept-invitation.ts';
import { chooseLocale } from './choose-locale.ts';
import { endMembership } from './end-membership.ts';
import { invite } from './invite.ts';
import { listMembers } from './list-members.ts';
import { me } from './me.ts';
import { revokeInvitation } from './revoke-invitation.ts';
import { switchMembership } from './switch-membership.ts';

export const accessRouter = router({
  me,
  switchMembership,
  chooseLocale,
  invite,
  listMembers,
  endMembership,
  revokeInvitation,
  describeInvitation,
  acceptInvitation,
});
