import { newId } from '@jonction/db/new-id';
import { hasOpenPenalty, insertAct, insertPenalty } from '@jonction/db/penalty/queries';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { Refuse } from '../refuse.ts';
import { speaker, structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { gatherPenalty } from './gather.ts';
import { askedShape } from './shapes.ts';

/** A draft of the team's: the calculation frozen as known on a day, and the opinion that the buyer will read. */
export const propose = procedure('penalty.propose')
  .input(
    z.object({
      ...askedShape,
      opinion: z
        .string()
        .trim()
        .min(1, { error: 'penalty.opinion_missing' })
        .max(4000, { error: 'penalty.opinion_too_long' }),
    }),
  )
  .output(z.object({ penaltyId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { contractId, buyerId, late, facts } = await gatherPenalty(ctx, input);
    if (await hasOpenPenalty(ctx.tx, input.clauseId)) throw new Refuse('penalty.already_open');
    const id = newId();
    const structureId = structureOf(ctx);
    const { userId } = speaker(ctx);
    await insertPenalty(ctx.tx, {
      id,
      structureId,
      contractId,
      clauseId: input.clauseId,
      buyerId,
      knownOn: facts.knownOn,
      noticeOn: late?.noticeOn ?? null,
      untilOn: late?.untilOn ?? null,
      facts,
      cents: facts.proposal.cents,
      opinion: input.opinion,
      createdBy: userId,
    });
    await insertAct(ctx.tx, { structureId, penaltyId: id, act: 'propose', userId });
    await recordAudit(ctx, {
      action: 'penalty.propose',
      subjectKind: 'penalty',
      subjectId: id,
      facts: { cents: facts.proposal.cents },
    });
    return { penaltyId: id };
  });
