import { addRankingRules } from '@jonction/db/matching/ranking-rules';
import { rulesDecisionSchema } from '@jonction/domain/matching/ranking-rules';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** A team lead decides how the structure ranks from now on: a new version, with a reason, that every result names. */
export const setRules = procedure('matching.setRules')
  .input(rulesDecisionSchema)
  .output(z.object({ version: z.number() }))
  .mutation(async ({ ctx, input }) => {
    const { userId, membership } = speaker(ctx);
    const { structureId } = membership;
    const version = await addRankingRules(ctx.tx, { ...input, structureId, decidedBy: userId });
    if (version === null) throw new Refuse('matching.rules_changed');
    await recordAudit(ctx, {
      action: 'matching.setRules',
      subjectKind: 'structure',
      subjectId: structureId,
      facts: { version, forgottenEvery: input.forgottenEvery, ...input.weights },
    });
    return { version };
  });
