import { findHire } from '@jonction/db/placement/prepare';
import { windowKinds } from '@jonction/domain/placement/placement';
import { positioningStatuses } from '@jonction/domain/positioning/lifecycle';
import { z } from 'zod';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';

/** What is already known of a hire that comes from an answered CV: the page begins with it. */
export const prepare = procedure('placement.prepare')
  .input(z.object({ positioningId: z.uuid() }))
  .output(
    z.object({
      positioningId: z.string(),
      status: z.enum(positioningStatuses),
      participantId: z.string(),
      personName: z.string(),
      employerId: z.string(),
      employerName: z.string(),
      offerTitle: z.string().nullable(),
      clauseId: z.string().nullable(),
      romeCode: z.string().nullable(),
      windowKind: z.enum(windowKinds),
      weeklyHours: z.number().nullable(),
      startsOn: z.string().nullable(),
      /** The hire that this answer already has. */
      placementId: z.string().nullable(),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { employmentKind, ...hire } = found(await findHire(ctx.tx, input.positioningId), 'positioning.not_found');
    return { ...hire, windowKind: windowKinds.find((kind) => kind === employmentKind) ?? 'fixed_term' };
  });
