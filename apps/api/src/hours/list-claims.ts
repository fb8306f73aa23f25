import { listClaimsElsewhere } from '@jonction/db/hours/claims';
import { findLine } from '@jonction/db/hours/queries';
import { hourKinds } from '@jonction/domain/hours/line';
import { z } from 'zod';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';

/**
 * Who else claims the days of a line: each of two facilitators sees the other's claim, and which one counts. For the team alone: a
 * company learns nothing of another's hours.
 */
export const listClaims = procedure('hours.listClaims')
  .input(z.object({ lineId: z.uuid() }))
  .output(
    z.array(
      z.object({
        lineId: z.string(),
        contractId: z.string(),
        contractNumber: z.number(),
        contractObject: z.string(),
        employerName: z.string(),
        facilitatorName: z.string().nullable(),
        from: z.string(),
        to: z.string(),
        kind: z.enum(hourKinds),
        centihours: z.number(),
        receivedOn: z.string(),
        first: z.boolean(),
      }),
    ),
  )
  .query(async ({ ctx, input }) => {
    found(await findLine(ctx.tx, input.lineId), 'hours.line_not_found');
    return listClaimsElsewhere(ctx.tx, input.lineId);
  });
