import { invitation } from '@jonction/db/access/tables';
import { isTeamKind, mayManageCompany } from '@jonction/domain/access/company-team';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** Kills the link of an invitation that has not served. */
export const revokeInvitation = procedure('access.revokeInvitation')
  .input(z.object({ invitationId: z.uuid() }))
  .mutation(async ({ ctx, input }) => {
    const { role, companyRole } = speaker(ctx).membership;
    if (isTeamKind(role)) settle(mayManageCompany(companyRole));
    const [revoked] = await ctx.tx
      .update(invitation)
      .set({ revokedAt: new Date() })
      .where(and(eq(invitation.id, input.invitationId), isNull(invitation.acceptedAt), isNull(invitation.revokedAt)))
      .returning({ id: invitation.id });
    found(revoked, 'access.invitation_not_found');
    await recordAudit(ctx, {
      action: 'access.revokeInvitation',
      subjectKind: 'invitation',
      subjectId: input.invitationId,
    });
  });
