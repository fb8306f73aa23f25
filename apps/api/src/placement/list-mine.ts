import { listPlacements } from '@jonction/db/placement/queries';
import { z } from 'zod';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { employerPlacementShape } from './shapes.ts';

/** An employer's own workers on clauses. */
export const listMine = procedure('placement.listMine')
  .output(z.array(employerPlacementShape))
  .query(async ({ ctx }) => {
    const { organisationId: employerId } = speaker(ctx).membership;
    return (await listPlacements(ctx.tx, { employerId, page: 1, pageSize: 1000 })).rows;
  });
