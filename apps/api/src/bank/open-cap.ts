import { openCapInput, openCapSetting } from '@jonction/domain/bank/open-cap';
import { recordAudit } from '../audit/record.ts';
import { setTeamSetting, structureSettings } from '../organisation/settings.ts';
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
    await setTeamSetting(ctx.tx, 'openProposals', input.most);
    await recordAudit(ctx, {
      action: 'bank.setOpenCap',
      subjectKind: 'organisation',
      subjectId: structureId,
      facts: { most: input.most },
    });
    return input;
  });
