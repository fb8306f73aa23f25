import { countUnsealed } from '@jonction/db/audit/seals';
import { z } from 'zod';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { recordAudit } from './record.ts';
import { verifyChain } from './verify-chain.ts';

/**
 * Makes again the hash chain of the structure's journal: whether a sealed line was changed or removed since, and from when. Lines
 * newer than the last seal are not proven yet.
 */
export const verify = procedure('audit.verify')
  .output(
    z.object({
      whole: z.boolean(),
      /** Lines whose seal holds. */
      sealedLines: z.number(),
      seals: z.number(),
      /** The instant of the last seal that holds; null before the first. */
      sealedAt: z.string().nullable(),
      /** The first seal that no longer holds: what it sealed lies between these instants. */
      brokenBetween: z.object({ from: z.string().nullable(), to: z.string() }).nullable(),
      waiting: z.number(),
    }),
  )
  .query(async ({ ctx }) => {
    const structureId = structureOf(ctx);
    const { seals, sealedLines, last, newest, broken } = await verifyChain(ctx.tx, structureId);
    const waiting = await countUnsealed(ctx.tx, structureId, newest?.lastEntryId ?? null);
    await recordAudit(ctx, { action: 'audit.verify', facts: { whole: broken === null, lines: sealedLines } });
    return {
      whole: broken === null,
      sealedLines,
      seals,
      sealedAt: last?.sealedAt ?? null,
      brokenBetween: broken ? { from: last?.sealedAt ?? null, to: broken.sealedAt } : null,
      waiting,
    };
  });
