import { findLine, listCorrections, listEntries } from '@jonction/db/hours/queries';
import { readPlacementFacts } from '@jonction/db/placement/queries';
import { z } from 'zod';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { citationsFor } from './policy/citation.ts';
import { lineShape, statusShape } from './shapes.ts';

const entryShape = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  centihours: z.number(),
  status: statusShape,
  policy: z.string().nullable(),
  rule: z.string().nullable(),
  reason: z.string().nullable(),
  policyTitle: z.string().nullable(),
  source: z.string().nullable(),
  note: z.string().nullable(),
  evidenceAsked: z.array(z.string()),
  /** Of a version of the structure's own: which one, since when, and for the team who published it. Null: it came with the product. */
  version: z.object({ number: z.number(), publishedOn: z.string(), publishedByName: z.string().nullable() }).nullable(),
  recordedAt: z.string(),
  reversesId: z.string().nullable(),
  holds: z.boolean(),
  decidedByName: z.string().nullable(),
  decidedOn: z.string().nullable(),
  decisionReason: z.string().nullable(),
});

/** One line opened: which policy, which rule, which text, who decided, when, and everything that was recorded of it. */
export const showLine = procedure('hours.showLine')
  .input(z.object({ lineId: z.uuid() }))
  .output(
    z.object({
      line: lineShape,
      entries: z.array(entryShape),
      corrections: z.array(z.object({ id: z.string(), centihours: z.number(), recordedAt: z.string() })),
    }),
  )
  .query(async ({ ctx, input }) => {
    const line = found(await findLine(ctx.tx, input.lineId), 'hours.line_not_found');
    const [of] = await readPlacementFacts(ctx.tx, [line.placementId]);
    const cite = await citationsFor(ctx, found(of, 'hours.line_not_found'));
    const entries = await listEntries(ctx.tx, line.id);
    return {
      line,
      entries: entries.map((entry) => ({ ...entry, ...cite(entry) })),
      corrections: await listCorrections(ctx.tx, line.id),
    };
  });
