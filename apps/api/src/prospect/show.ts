import { findNeed, findProspect, listNeedsOf, listVisitsOf } from '@jonction/db/prospect/queries';
import { z } from 'zod';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { needShape, prospectShape, visitShape } from './shapes.ts';

/** One company: where it stands, what was said, what it needs. */
export const show = procedure('prospect.show')
  .input(z.object({ prospectId: z.uuid() }))
  .output(z.object({ prospect: prospectShape, visits: z.array(visitShape), needs: z.array(needShape) }))
  .query(async ({ ctx, input }) => {
    const prospect = found(await findProspect(ctx.tx, input.prospectId), 'prospect.not_found');
    const needs = await listNeedsOf(ctx.tx, prospect.id);
    return {
      prospect,
      visits: await listVisitsOf(ctx.tx, prospect.id),
      needs: needs.map(({ lostAt, ...need }) => ({ ...need, lost: lostAt !== null })),
    };
  });

/** What is known of a need, to begin an offer with. */
export const showNeed = procedure('prospect.showNeed')
  .input(z.object({ needId: z.uuid() }))
  .output(needShape.extend({ organisationId: z.string() }))
  .query(async ({ ctx, input }) => {
    const { lostAt, ...need } = found(await findNeed(ctx.tx, input.needId), 'prospect.need_not_found');
    return { ...need, lost: lostAt !== null };
  });
