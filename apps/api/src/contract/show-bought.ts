import { findContract } from '@jonction/db/contract/show';
import { allowedEvents, contractEventTypes } from '@jonction/domain/contract/lifecycle';
import { daySchema } from '@jonction/domain/shared/field-schema';
import { z } from 'zod';
import { found } from '../refuse.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { assemble } from './assemble.ts';
import {
  absenceShape,
  clauseShape,
  contractFactsShape,
  correctionShape,
  lotShape,
  momentShape,
  standingShape,
} from './shown.ts';

/** A contract as its buyer sees it: its life, its clauses and their hours in total. Never a participant's name. */
export const showBought = procedure('contract.showBought')
  .input(z.object({ contractId: z.uuid(), knownOn: daySchema.nullish() }))
  .output(
    z.object({
      contract: contractFactsShape,
      standing: standingShape,
      knownOn: z.string(),
      today: z.string(),
      lots: z.array(
        lotShape.extend({
          clauses: z.array(clauseShape.omit({ categories: true })),
          // The reason and the day: the note is the team's, and so is the name.
          absence: absenceShape.omit({ note: true, recordedByName: true }).nullable(),
        }),
      ),
      moments: z.array(momentShape.omit({ authorName: true })),
      corrections: z.array(correctionShape.omit({ authorName: true })),
      allowed: z.array(z.enum(contractEventTypes)),
    }),
  )
  .query(async ({ ctx, input }) => {
    const row = found(await findContract(ctx.tx, input.contractId, structureOf(ctx)), 'contract.not_found');
    const knownOn = input.knownOn ?? ctx.today;
    const assembled = await assemble(ctx.tx, row, { knownOn, today: ctx.today });
    return {
      knownOn,
      today: ctx.today,
      ...assembled,
      allowed: [...allowedEvents(assembled.standing.status)],
    };
  });
