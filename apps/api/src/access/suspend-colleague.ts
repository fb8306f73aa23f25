import { findSuspended, readColleague } from '@jonction/db/access/company-team';
import { membership } from '@jonction/db/access/tables';
import { endColleague as end } from '@jonction/domain/access/company-team';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found, Refuse, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { managedTeamOf } from './team-of.ts';

/** A manager suspends the access of a colleague, for a leave or a doubt: it ends at once, and may be opened again as it was. */
export const suspendColleague = procedure('access.suspendColleague')
  .input(z.object({ membershipId: z.uuid() }))
  .mutation(async ({ ctx, input: { membershipId } }) => {
    managedTeamOf(ctx);
    const { userId, membership: own } = speaker(ctx);
    if (own.id === membershipId) throw new Refuse('access.own_membership');
    const colleague = found(await readColleague(ctx.tx, membershipId), 'access.membership_not_found');
    settle(end(colleague));
    await ctx.tx
      .update(membership)
      .set({ endedAt: new Date(), suspendedBy: userId })
      .where(eq(membership.id, colleague.id));
    await recordAudit(ctx, { action: 'access.suspendColleague', subjectKind: 'membership', subjectId: membershipId });
  });

/** Opens a suspended access again, with the role and the directorate that it had. */
export const resumeColleague = procedure('access.resumeColleague')
  .input(z.object({ membershipId: z.uuid() }))
  .mutation(async ({ ctx, input: { membershipId } }) => {
    const company = managedTeamOf(ctx);
    const suspended = found(await findSuspended(ctx.tx, company, membershipId), 'access.membership_not_found');
    if (suspended.running) throw new Refuse('access.running_already');
    await ctx.tx.update(membership).set({ endedAt: null, suspendedBy: null }).where(eq(membership.id, suspended.id));
    await recordAudit(ctx, { action: 'access.resumeColleague', subjectKind: 'membership', subjectId: membershipId });
  });
