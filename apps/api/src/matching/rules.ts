import { listRankingRules } from '@jonction/db/matching/ranking-rules';
import { houseRules } from '@jonction/domain/matching/ranking-rules';
import { weightsSchema } from '@jonction/domain/matching/weights-schema';
import { z } from 'zod';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { six } from './ranked-shape.ts';

const decision = z.object({
  version: z.number(),
  weights: six(z.number()),
  forgottenEvery: z.number(),
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.date().nullable(),
});

/** The rules that this structure ranks by, and every one before them: who decided, when and why. Version 0 is the house's. */
export const rules = procedure('matching.rules')
  .output(z.object({ current: decision, history: z.array(decision) }))
  .query(async ({ ctx }) => {
    const rows = await listRankingRules(ctx.tx, structureOf(ctx));
    const house = { ...houseRules, reason: null, decidedBy: null, decidedAt: null };
    const history = [...rows.map((row) => ({ ...row, weights: weightsSchema.parse(row.weights) })), house];
    return { current: history[0] ?? house, history };
  });
