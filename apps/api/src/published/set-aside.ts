import { publishedPair } from '@jonction/db/published/tables';
import { setAsideSchema } from '@jonction/domain/published/published';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { requirePublished } from './require-published.ts';

/** Published contracts that are not for the team, with why: they leave the list of what is only published. Twice is once. */
export const setAside = procedure('published.setAside')
  .input(setAsideSchema)
  .output(z.object({ count: z.number() }))
  .mutation(async ({ ctx, input: { openIds, reason } }) => {
    const { userId, membership } = speaker(ctx);
    const { structureId } = membership;
    await requirePublished(ctx.tx, openIds);
    const rows = await ctx.tx
      .insert(publishedPair)
      .values(
        [...new Set(openIds)].map((openId) => ({
          ...{ structureId, openId, verdict: 'aside' as const, decidedBy: userId },
          reason: reason || null,
        })),
      )
      .onConflictDoNothing()
      .returning({ id: publishedPair.id });
    await recordAudit(ctx, {
      action: 'published.setAside',
      subjectKind: 'structure',
      subjectId: structureId,
      facts: { count: rows.length },
    });
    return { count: rows.length };
  });
