import { readColleague } from '@jonction/db/access/company-team';
import { membership } from '@jonction/db/access/tables';
import { endColleague } from '@jonction/domain/access/company-team';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found, Refuse, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** Closes an access at once: the next request of that person no longer speaks for the organisation. */
export const endMembership = procedure('access.endMembership')
  .input(z.object({ membershipId: z.uuid() }))
  .mutation(async ({ ctx, input }) => {
    if (speaker(ctx).membership.id === input.membershipId) throw new Refuse('access.own_membership');
    // Colleagues of a company are not left without whoever may invite.
    const colleague = await readColleague(ctx.tx, input.membershipId);
    if (colleague) settle(endColleague(colleague));
    const [ended] = await ctx.tx
      .update(membership)
      .set({ endedAt: new Date() })
      .where(and(eq(membership.id, input.membershipId), isNull(membership.endedAt)))
      .returning({ id: membership.id });
    found(ended, 'access.membership_not_found');
    await recordAudit(ctx, {
      action: 'access.endMembership',
      subjectKind: 'membership',
      subjectId: input.membershipId,
    });
  });
