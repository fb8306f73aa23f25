import { offerProposal, participantWord } from '@jonction/db/participant/link-tables';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { found } from '../../refuse.ts';
import { speaker } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';

/** What a person said on her page is dealt with: it leaves the home of the team, and her page no longer says it waits. */
export const settleWord = procedure('participant.settleWord')
  .input(z.object({ wordId: z.uuid() }))
  .mutation(async ({ ctx, input }) => {
    const [row] = await ctx.tx
      .update(participantWord)
      .set({ handledAt: new Date(), handledBy: speaker(ctx).userId })
      .where(and(eq(participantWord.id, input.wordId), isNull(participantWord.handledAt)))
      .returning({ participantId: participantWord.participantId });
    const { participantId } = found(row, 'participant.word_not_found');
    await recordAudit(ctx, { action: 'participant.settleWord', subjectKind: 'participant', subjectId: participantId });
  });

/** Her answer to an offer was read and acted on; from now on she calls rather than change it. */
export const settleProposal = procedure('participant.settleProposal')
  .input(z.object({ proposalId: z.uuid() }))
  .mutation(async ({ ctx, input }) => {
    const [row] = await ctx.tx
      .update(offerProposal)
      .set({ handledAt: new Date(), handledBy: speaker(ctx).userId })
      .where(
        and(eq(offerProposal.id, input.proposalId), isNotNull(offerProposal.answer), isNull(offerProposal.handledAt)),
      )
      .returning({ participantId: offerProposal.participantId });
    const { participantId } = found(row, 'participant.proposal_not_found');
    await recordAudit(ctx, {
      action: 'participant.settleProposal',
      subjectKind: 'participant',
      subjectId: participantId,
    });
  });
