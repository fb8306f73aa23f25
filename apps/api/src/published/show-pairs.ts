import { findHead } from '@jonction/db/contract/write';
import { type PairSide, readDecisions, readSides } from '@jonction/db/published/pairs';
import { matchContracts } from '@jonction/domain/published/match';
import { socialAnswer } from '@jonction/domain/published/published';
import { z } from 'zod';
import { found, Refuse } from '../refuse.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { pairsToDecide, sideOf } from './pairs.ts';
import { decisionShape, matchShape, sideShape } from './shapes.ts';

/** One contract of the team beside the published ones that might be the same, those already decided after them, and the trail. */
export const showPairs = procedure('published.showPairs')
  .input(z.object({ contractId: z.uuid() }))
  .output(
    z.object({
      ours: sideShape,
      pairs: z.array(z.object({ published: sideShape, match: matchShape, decision: decisionShape.nullable() })),
      trail: z.array(decisionShape),
    }),
  )
  .query(async ({ ctx, input: { contractId } }) => {
    const structureId = structureOf(ctx);
    const head = found(await findHead(ctx.tx, contractId, structureId), 'published.own_not_found');
    if (!head.attached) throw new Refuse('published.own_not_found');
    const { pairs } = await pairsToDecide(ctx.tx, structureId, contractId);
    const trail = await readDecisions(ctx.tx, { contractId });
    const standing = new Map(trail.filter(({ undoneAt }) => undoneAt === null).map((one) => [one.openId, one]));
    const openIds = [...new Set([...pairs.map(({ openId }) => openId), ...standing.keys()])];
    const sides = await readSides(ctx.tx, structureId, [contractId, ...openIds]);
    const ours = found(sides.get(contractId), 'published.own_not_found');
    return {
      ours: shown(ours),
      pairs: openIds.flatMap((openId) => {
        const published = sides.get(openId);
        if (!published) return [];
        const decision = standing.get(openId) ?? null;
        return [{ published: shown(published), match: matchContracts(sideOf(ours), sideOf(published)), decision }];
      }),
      trail,
    };
  });

function shown({ social, ...side }: PairSide) {
  return { ...side, social: socialAnswer(social), considerations: social ?? [] };
}
