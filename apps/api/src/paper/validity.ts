import { paperValidity } from '@jonction/db/paper/tables';
import { listValidityChanges, lockValidity, monthsSet } from '@jonction/db/paper/validity';
import { validityBases } from '@jonction/domain/paper/categories';
import { monthsInForce, timedKinds, usualOf } from '@jonction/domain/paper/timed';
import { checkValidity, setValiditySchema } from '@jonction/domain/paper/validity';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { settle } from '../refuse.ts';
import { speaker, structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';

const kind = z.enum(timedKinds);

/** How many months each kind of paper counts for the team, where that comes from, and who changed it. Two statements. */
export const showValidity = procedure('paper.showValidity')
  .output(
    z.object({
      rows: z.array(
        z.object({
          kind,
          months: z.number(),
          usual: z.number(),
          basis: z.enum(validityBases),
          /** The text that asks for the paper. */
          source: z.string(),
        }),
      ),
      /** The last first. */
      changes: z.array(z.object({ kind, from: z.number(), months: z.number(), byName: z.string(), at: z.string() })),
    }),
  )
  .query(async ({ ctx }) => {
    const structureId = structureOf(ctx);
    const inForce = monthsInForce(await monthsSet(ctx.tx, structureId));
    return {
      rows: timedKinds.map((kind) => {
        const { months: usual, basis, source } = usualOf(kind);
        return { kind, months: inForce[kind], usual, basis, source };
      }),
      changes: await listValidityChanges(ctx.tx, structureId),
    };
  });

/** The lead sets how many months a kind of paper counts, for those received from now on. Undone by setting it back. */
export const setValidity = procedure('paper.setValidity')
  .input(setValiditySchema)
  .mutation(async ({ ctx, input }) => {
    const structureId = structureOf(ctx);
    const { kind, from: fromMonths } = input;
    await lockValidity(ctx.tx, structureId, kind);
    const inForce = monthsInForce(await monthsSet(ctx.tx, structureId));
    const months = settle(checkValidity(input, inForce[kind]), 'months');
    await ctx.tx.insert(paperValidity).values({ structureId, kind, fromMonths, months, setBy: speaker(ctx).userId });
    await recordAudit(ctx, { action: 'paper.setValidity', facts: { kind, from: fromMonths, to: months } });
  });
