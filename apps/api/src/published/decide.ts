import { lockContracts } from '@jonction/db/census/changes';
import { contractStructure } from '@jonction/db/contract/tables';
import { isWorkedOn, readDecisions, readSides } from '@jonction/db/published/pairs';
import { publishedPair } from '@jonction/db/published/tables';
import { matchContracts } from '@jonction/domain/published/match';
import { decidePairSchema } from '@jonction/domain/published/published';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found, Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { sideOf } from './pairs.ts';
import { requirePublished } from './require-published.ts';

/**
 * A person says of a contract of the team and a published one: the same, another, or later. The same: one contract from now on, the
 * published one leaves the lists and gives it its amendments. Never asked again, whatever file comes, until it is taken back.
 */
export const decide = procedure('published.decide')
  .input(decidePairSchema)
  .output(z.object({ decisionId: z.string() }))
  .mutation(async ({ ctx, input: { contractId, openId, verdict, reason } }) => {
    const { userId, membership } = speaker(ctx);
    const { structureId } = membership;
    await lockContracts(ctx.tx, [contractId, openId]);
    const sides = await readSides(ctx.tx, structureId, [contractId, openId]);
    const ours = found(sides.get(contractId), 'published.own_not_found');
    if (!ours.followed) throw new Refuse('published.own_not_found');
    await requirePublished(ctx.tx, [openId]);
    const published = found(sides.get(openId), 'published.not_found');
    const standing = (await readDecisions(ctx.tx, { openIds: [openId] })).filter((one) => one.verdict !== 'aside');
    const before = standing.find((one) => one.contractId === contractId);
    if (before && before.verdict !== 'later') throw new Refuse('published.decided_already');
    if (verdict === 'same') {
      if (standing.some((one) => one.verdict === 'same')) throw new Refuse('published.same_twice');
      if (await isWorkedOn(ctx.tx, structureId, openId)) throw new Refuse('published.twin_used');
    }
    if (before) {
      await ctx.tx
        .update(publishedPair)
        .set({ undoneAt: sql`clock_timestamp()`, undoneBy: userId })
        .where(eq(publishedPair.id, before.id));
    }
    const wasFollowed = verdict === 'same' && published.followed;
    if (wasFollowed) {
      await ctx.tx
        .delete(contractStructure)
        .where(and(eq(contractStructure.contractId, openId), eq(contractStructure.structureId, structureId)));
    }
    const { confidence } = matchContracts(sideOf(ours), sideOf(published));
    const [row] = await ctx.tx
      .insert(publishedPair)
      .values({
        ...{ structureId, contractId, openId, verdict, confidence, wasFollowed, decidedBy: userId },
        reason: reason || null,
      })
      .returning({ id: publishedPair.id });
    await recordAudit(ctx, {
      action: 'published.decide',
      subjectKind: 'contract',
      subjectId: contractId,
      facts: { verdict, open: openId, confidence },
    });
    return { decisionId: row?.id ?? '' };
  });
