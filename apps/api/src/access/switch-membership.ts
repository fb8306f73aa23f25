import { listMembershipsOf } from '@jonction/db/access/queries';
import { session } from '@jonction/db/access/tables';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';

/** Speaks for another of her memberships from now on, in this session only. */
export const switchMembership = procedure('access.switchMembership')
  .input(z.object({ membershipId: z.uuid() }))
  .mutation(async ({ ctx, input }) => {
    const { actor } = ctx;
    if (actor.kind !== 'user') return;
    const mine = await listMembershipsOf(ctx.tx, actor.userId);
    found(
      mine.find(({ id }) => id === input.membershipId),
      'access.membership_not_found',
    );
    await ctx.authDatabase.as({ kind: 'auth' }, (tx) =>
      tx.update(session).set({ activeMembershipId: input.membershipId }).where(eq(session.id, actor.sessionId)),
    );
  });
