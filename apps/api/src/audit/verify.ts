import { countUnsealed, readSealedLines, readSeals } from '@jonction/db/audit/seals';
import { z } from 'zod';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { sealHash } from './chain.ts';
import { recordAudit } from './record.ts';

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
    const seals = await readSeals(ctx.tx, structureId);
    let sealedLines = 0;
    let before: (typeof seals)[number] | null = null;
    let broken: (typeof seals)[number] | null = null;
    for (const seal of seals) {
      const lines = await readSealedLines(ctx.tx, structureId, {
        after: before?.lastEntryId ?? null,
        upTo: seal.lastEntryId,
      });
      const follows = seal.previousHash === (before?.hash ?? '');
      if (!follows || lines.length !== seal.entries || sealHash(seal.previousHash, lines) !== seal.hash) {
        broken = seal;
        break;
      }
      sealedLines += lines.length;
      before = seal;
    }
    const waiting = await countUnsealed(ctx.tx, structureId, seals.at(-1)?.lastEntryId ?? null);
    await recordAudit(ctx, { action: 'audit.verify', facts: { whole: broken === null, lines: sealedLines } });
    return {
      whole: broken === null,
      sealedLines,
      seals: seals.length,
      sealedAt: before?.sealedAt ?? null,
      brokenBetween: broken ? { from: before?.sealedAt ?? null, to: broken.sealedAt } : null,
      waiting,
    };
  });
