import { readDecidedAmendments } from '@jonction/db/published/amendments';
import { offsetOf, pageSchema } from '@jonction/domain/shared/page';
import { z } from 'zod';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { proposedAmendments } from './proposed.ts';
import { amendmentShape } from './shapes.ts';

const mostDecided = 30;

/** The published amendments that wait for an answer, beside what the team knows of the contract, and the last ones decided. */
export const listAmendments = procedure('published.listAmendments')
  .input(pageSchema)
  .output(
    z.object({
      total: z.number(),
      rows: z.array(
        z.object({
          contractId: z.string(),
          number: z.number(),
          reference: z.string(),
          object: z.string(),
          buyerName: z.string(),
          endsOn: z.string().nullable(),
          amountCents: z.number().nullable(),
          amendment: amendmentShape,
        }),
      ),
      decided: z.array(
        z.object({
          id: z.string(),
          contractId: z.string(),
          number: z.number(),
          object: z.string(),
          verdict: z.enum(['accepted', 'refused']),
          reason: z.string().nullable(),
          said: amendmentShape,
          byName: z.string(),
          at: z.string(),
        }),
      ),
    }),
  )
  .query(async ({ ctx, input }) => {
    const structureId = structureOf(ctx);
    const proposed = await proposedAmendments(ctx.tx, structureId);
    const from = offsetOf(input);
    return {
      total: proposed.length,
      rows: proposed
        .slice(from, from + input.pageSize)
        .map(({ contract: { published: _, decided: __, ...contract }, amendment }) => ({ ...contract, amendment })),
      decided: await readDecidedAmendments(ctx.tx, structureId, { id: null, limit: mostDecided }),
    };
  });
