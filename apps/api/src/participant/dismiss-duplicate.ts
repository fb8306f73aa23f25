import { findParticipant } from '@jonction/db/participant/find';
import { duplicateSuspicion } from '@jonction/db/participant/tables';
import { and, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** A person looked and says that these two are two people: they are not shown as one again. */
export const dismissDuplicate = procedure('participant.dismissDuplicate')
  .input(z.object({ participantId: z.uuid(), otherId: z.uuid() }))
  .output(z.object({ participantId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const pair = [input.participantId, input.otherId];
    for (const id of pair) found(await findParticipant(ctx.tx, id), 'participant.not_found');
    await ctx.tx
      .update(duplicateSuspicion)
      .set({ dismissedAt: new Date(), dismissedBy: speaker(ctx).userId })
      .where(and(inArray(duplicateSuspicion.participantId, pair), inArray(duplicateSuspicion.otherId, pair)));
    await recordAudit(ctx, {
      action: 'participant.dismissDuplicate',
      subjectKind: 'participant',
      subjectId: input.participantId,
      facts: { other: input.otherId },
    });
    return { participantId: input.participantId };
  });
