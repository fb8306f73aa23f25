import { bankPin } from '@jonction/db/bank/tables';
import { pinPoolSchema } from '@jonction/domain/bank/pool';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { occupationTable } from '../reference/occupations.ts';
import { Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** Keeps a pool whatever the offers asked lately, or leaves it to them again. */
export const pinPool = procedure('bank.pinPool')
  .input(pinPoolSchema)
  .output(z.object({ code: z.string(), pinned: z.boolean() }))
  .mutation(async ({ ctx, input }) => {
    const { code, pinned } = input;
    const { userId, membership } = speaker(ctx);
    if (!(await occupationTable(ctx.tx)).has(code)) throw new Refuse('participant.occupation_unknown', {}, 'code');
    if (pinned) {
      await ctx.tx
        .insert(bankPin)
        .values({ structureId: membership.structureId, romeCode: code, pinnedBy: userId })
        .onConflictDoNothing();
    } else {
      await ctx.tx.delete(bankPin).where(eq(bankPin.romeCode, code));
    }
    await recordAudit(ctx, { action: 'bank.pinPool', facts: { code, pinned } });
    return { code, pinned };
  });
