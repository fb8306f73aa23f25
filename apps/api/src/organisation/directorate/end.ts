import { endDirectorate as end, listDirectorates } from '@jonction/db/organisation/directorates';
import { endDirectorate as judge } from '@jonction/domain/organisation/directorate';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { Refuse, settle } from '../../refuse.ts';
import { procedure } from '../../trpc.ts';
import { keptBuyer, readableDirectorate } from './require.ts';

/**
 * Ends a directorate: its contracts, people and contacts go to another one, or to none; what was asked of it stays told under its
 * name. Answers what went. Refused: one that has ended, or a successor that is not a running directorate of the same buyer.
 */
export const endDirectorate = procedure('organisation.endDirectorate')
  .input(z.object({ directorateId: z.uuid(), into: z.uuid().nullable() }))
  .output(z.object({ buyerId: z.string(), contracts: z.number(), people: z.number() }))
  .mutation(async ({ ctx, input: { directorateId, into } }) => {
    const { buyer, directorate } = await readableDirectorate(ctx, directorateId);
    await keptBuyer(ctx, buyer.id);
    settle(judge(directorateId, into, await listDirectorates(ctx.tx, buyer.id)), 'into');
    if (!(await end(ctx.tx, { directorateId, into, today: ctx.today }))) {
      throw new Refuse('organisation.directorate_ended');
    }
    const { contracts, people } = directorate;
    await recordAudit(ctx, {
      action: 'organisation.endDirectorate',
      subjectKind: 'directorate',
      subjectId: directorateId,
      facts: { into, contracts, people },
    });
    return { buyerId: buyer.id, contracts, people };
  });
