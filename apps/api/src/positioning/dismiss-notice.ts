import { dismissNotices } from '@jonction/db/positioning/follow';
import { findPositioning } from '@jonction/db/positioning/queries';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** "Seen": what the tray told of a positioning leaves it. Pressed twice, it is seen once. */
export const dismissNotice = procedure('positioning.dismissNotice')
  .input(z.object({ positioningId: z.uuid() }))
  .output(z.object({ dismissed: z.number() }))
  .mutation(async ({ ctx, input }) => {
    const row = found(await findPositioning(ctx.tx, input.positioningId), 'positioning.not_found');
    const dismissed = await dismissNotices(ctx.tx, row.id, speaker(ctx).userId);
    if (dismissed > 0) {
      await recordAudit(ctx, { action: 'positioning.dismissNotice', subjectKind: 'positioning', subjectId: row.id });
    }
    return { dismissed };
  });
