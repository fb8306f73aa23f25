import { placeInDirectorate as place } from '@jonction/db/organisation/directorates';
import { placeInDirectorateSchema } from '@jonction/domain/organisation/directorate';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { Refuse } from '../../refuse.ts';
import { procedure } from '../../trpc.ts';
import { keptBuyer, requireDirectorate } from './require.ts';

/**
 * Puts contracts, people or contacts of a buyer into one of its directorates, or takes them out of theirs: all of them, or none where
 * one is not there to move. One statement whatever their number.
 */
export const placeInDirectorate = procedure('organisation.placeInDirectorate')
  .input(placeInDirectorateSchema)
  .output(z.object({ placed: z.number() }))
  .mutation(async ({ ctx, input }) => {
    const { directorateId, kind } = input;
    const { id: buyerId } = await keptBuyer(ctx, input.buyerId);
    if (directorateId !== null) await requireDirectorate(ctx.tx, { directorateId, buyerId });
    const ids = [...new Set(input.ids)];
    const placed = await place(ctx.tx, { kind, ids, buyerId, directorateId });
    if (placed < ids.length) throw new Refuse('organisation.placed_not_found');
    await recordAudit(ctx, {
      action: 'organisation.placeInDirectorate',
      subjectKind: 'organisation',
      subjectId: buyerId,
      facts: { kind, directorate: directorateId, placed },
    });
    return { placed };
  });
