import { capsInput, capsSetting } from '@jonction/domain/positioning/caps';
import { recordAudit } from '../audit/record.ts';
import { setTeamSetting, structureSettings } from '../organisation/settings.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** How many CVs a structure lets wait at once: said to its team, and to the companies that it writes to. */
export const showCaps = procedure('positioning.showCaps')
  .output(capsInput)
  .query(({ ctx }) => structureSettings(ctx.tx, structureOf(ctx), capsSetting));

/** Sets the caps of the structure. What already waits above them stays; the next sending is refused. */
export const setCaps = procedure('positioning.setCaps')
  .input(capsInput)
  .mutation(async ({ ctx, input }) => {
    const structureId = structureOf(ctx);
    await setTeamSetting(ctx.tx, 'positioningCaps', input);
    await recordAudit(ctx, {
      action: 'positioning.setCaps',
      subjectKind: 'organisation',
      subjectId: structureId,
      facts: { offer: input.offer, company: input.company },
    });
  });
