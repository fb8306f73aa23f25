import { findPlanned, findPlannedOfContract, listActs } from '@jonction/db/programme/queries';
import { listTexts } from '@jonction/db/programme/texts';
import { targetSchema } from '@jonction/domain/contract/target';
import { targetSentence } from '@jonction/domain/contract/target-sentence';
import { allowedActs, plannedActs, plannedStatuses } from '@jonction/domain/programme/life';
import { z } from 'zod';
import { found } from '../refuse.ts';
import { speaker, speaks } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { plannedShape, shownPlanned } from './shapes.ts';

/** One planned contract: what is known of it, what is owed, who waits on whom, what was done. */
export const show = procedure('programme.show')
  .input(z.object({ plannedId: z.uuid() }))
  .output(
    z.object({
      planned: plannedShape,
      /** How its hours were computed, in words with its figures. */
      formula: z.string().nullable(),
      allowed: z.array(z.enum(plannedActs)),
      /** Texts of its clause, the last first. */
      texts: z.array(
        z.object({ id: z.string(), number: z.number(), madeAt: z.string(), madeByName: z.string().nullable() }),
      ),
      acts: z.array(
        z.object({
          id: z.string(),
          act: z.string(),
          toStatus: z.enum(plannedStatuses),
          onDay: z.string(),
          why: z.string().nullable(),
          byName: z.string().nullable(),
          byRole: z.string(),
          facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
        }),
      ),
    }),
  )
  .query(async ({ ctx, input }) => {
    const row = found(await findPlanned(ctx.tx, input.plannedId), 'programme.not_found');
    const acts = await listActs(ctx.tx, row.id);
    const texts = await listTexts(ctx.tx, row.id);
    const buyer = speaks(ctx, ['buyer']);
    const planned = shownPlanned(ctx, row, ctx.today);
    return {
      planned,
      formula: planned.target === null ? null : targetSentence(targetSchema.parse(planned.target), ctx.locale),
      allowed: allowedActs(row.status, speaker(ctx).membership.role),
      texts: texts.map(({ madeAt, ...text }) => ({ ...text, madeAt: madeAt.toISOString() })),
      acts: acts
        // How the team came to its figure is its own until it answers.
        .filter(({ act }) => !buyer || (act !== 'sized' && act !== 'text'))
        .map(({ at: _, facts, ...act }) => ({ ...act, facts: facts as Record<string, string | number | null> })),
    };
  });

/** Where a contract of the register comes from, when it was planned here. */
export const ofContract = procedure('programme.ofContract')
  .input(z.object({ contractId: z.uuid() }))
  .output(z.object({ id: z.string(), object: z.string(), year: z.number() }).nullable())
  .query(({ ctx, input }) => findPlannedOfContract(ctx.tx, input.contractId));
