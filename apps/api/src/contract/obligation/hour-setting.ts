import { readHourSetting } from '@jonction/db/contract/obligation';
import { hourSetting } from '@jonction/db/contract/obligation-tables';
import { hourSettingSchema } from '@jonction/domain/contract/equivalents';
import { recordAudit } from '../../audit/record.ts';
import { speaker, structureOf } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';

/** How the structure tells hours as days, weeks and full-time equivalents. */
export const showHourSetting = procedure('contract.showHourSetting')
  .output(hourSettingSchema)
  .query(({ ctx }) => readHourSetting(ctx.tx, structureOf(ctx)));

/** The lead sets them; they are printed with every figure that they make. */
export const saveHourSetting = procedure('contract.saveHourSetting')
  .input(hourSettingSchema)
  .mutation(async ({ ctx, input }) => {
    const structureId = structureOf(ctx);
    const set = { ...input, setBy: speaker(ctx).userId, setAt: new Date() };
    await ctx.tx
      .insert(hourSetting)
      .values({ structureId, ...set })
      .onConflictDoUpdate({ target: hourSetting.structureId, set });
    await recordAudit(ctx, { action: 'contract.saveHourSetting', facts: { ...input } });
  });
