import { lockPlanned } from '@jonction/db/programme/queries';
import { plannedContract } from '@jonction/db/programme/tables';
import { dueHours } from '@jonction/domain/contract/target';
import { shownToBuyer } from '@jonction/domain/programme/people';
import { sizeSchema } from '@jonction/domain/programme/planned-schema';
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { occupationTable } from '../reference/occupations.ts';
import { found, Refuse } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { logAct } from './log-act.ts';
import { countedPeople } from './people.ts';
import type { ShownPeople } from './shapes.ts';

/** The hours of a planned contract, kept with what they were computed from, and the people there were for them that day. */
export const size = procedure('programme.size')
  .input(sizeSchema)
  .output(z.object({ plannedId: z.string(), dueHours: z.number() }))
  .mutation(async ({ ctx, input: { plannedId, target, occupations, area } }) => {
    const row = found(await lockPlanned(ctx.tx, plannedId), 'programme.not_found');
    if (row.status !== 'planned' && row.status !== 'study') throw new Refuse('programme.no_longer_studied');
    const known = await occupationTable(ctx.tx);
    if (!occupations.every((code) => known.has(code)))
      throw new Refuse('participant.occupation_unknown', {}, 'occupations');
    const due = dueHours(target);
    const { all } = await countedPeople(ctx, { occupations, area });
    // The buyer reads this row: what it may not be told is not in it.
    const people: ShownPeople | null =
      occupations.length === 0
        ? null
        : {
            ...{ on: ctx.today, area, occupations: occupations.map((code) => known.labelOf(code)) },
            ...{ atLeast: shownToBuyer(all.atLeast), atMost: shownToBuyer(all.atMost) },
          };
    await ctx.tx
      .update(plannedContract)
      .set({ target, dueHours: due, occupations, area, people, version: sql`${plannedContract.version} + 1` })
      .where(eq(plannedContract.id, plannedId));
    await logAct(ctx, row, { act: 'sized', facts: { mode: target.mode, dueHours: due, dueBefore: row.dueHours } });
    await recordAudit(ctx, {
      action: 'programme.size',
      subjectKind: 'planned_contract',
      subjectId: plannedId,
      facts: { mode: target.mode, dueHours: due },
    });
    await emit(ctx.tx, { type: 'programme.changed', structureId: row.structureId, subjectId: plannedId });
    return { plannedId, dueHours: due };
  });
