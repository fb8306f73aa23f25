import { organisation } from '@jonction/db/organisation/tables';
import { openCapInput, openCapSetting } from '@jonction/domain/bank/open-cap';
import { eq, sql } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import { structureSettings } from '../organisation/settings.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** From how many open proposals on a person's row says so. */
export const showOpenCap = procedure('bank.showOpenCap')
  .output(openCapInput)
  .query(({ ctx }) => structureSettings(ctx.tx, structureOf(ctx), openCapSetting));

/** Sets it for the structure. Nothing that is open closes. */
export const setOpenCap = procedure('bank.setOpenCap')
  .input(openCapInput)
  .output(openCapInput)
  .mutation(async ({ ctx, input }) => {
    const structureId = structureOf(ctx);
    await ctx.tx
      .update(organisation)
      .set({ settings: sql`${organisation.settings} || ${JSON.stringify({ openProposals: input.most })}::jsonb` })
      .where(eq(organisation.id, structureId));
    await recordAudit(ctx, {
      action: 'bank.setOpenCap',
      subjectKind: 'organisation',
      subjectId: structureId,
      facts: { most: input.most },
    });
    return input;
  });
