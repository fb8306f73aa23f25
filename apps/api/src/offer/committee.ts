import { listCommittee } from '@jonction/db/offer/broadcast';
import { committeeMember } from '@jonction/db/offer/broadcast-tables';
import { organisation } from '@jonction/db/organisation/tables';
import { committeeSchema } from '@jonction/domain/offer/broadcast';
import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** The partners of the comité technique emploi, and how each answers. */
export const showCommittee = procedure('offer.showCommittee')
  .output(
    z.array(
      z.object({
        partnerId: z.string(),
        name: z.string(),
        /** Offers spread to it, those it answered, and people of its own put forward on any offer. */
        spread: z.number(),
        answered: z.number(),
        people: z.number(),
      }),
    ),
  )
  .query(({ ctx }) => listCommittee(ctx.tx));

/** The whole list at once; offers that were spread to a partner who leaves stay with it. */
export const setCommittee = procedure('offer.setCommittee')
  .input(committeeSchema)
  .output(z.object({ members: z.number() }))
  .mutation(async ({ ctx, input }) => {
    const { userId, membership } = speaker(ctx);
    const { structureId } = membership;
    const partnerIds = [...new Set(input.partnerIds)];
    const known = await ctx.tx
      .select({ id: organisation.id })
      .from(organisation)
      .where(and(eq(organisation.kind, 'partner'), inArray(organisation.id, partnerIds)));
    if (known.length !== partnerIds.length) throw new Refuse('offer.partner_not_found', {}, 'partnerIds');
    await ctx.tx.delete(committeeMember).where(eq(committeeMember.structureId, structureId));
    if (partnerIds.length > 0) {
      await ctx.tx
        .insert(committeeMember)
        .values(partnerIds.map((partnerId) => ({ structureId, partnerId, addedBy: userId })));
    }
    await recordAudit(ctx, { action: 'offer.setCommittee', facts: { members: partnerIds.length } });
    return { members: partnerIds.length };
  });
