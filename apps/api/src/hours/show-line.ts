import { listContestsOfLine } from '@jonction/db/hours/contests';
import { listPapers } from '@jonction/db/hours/papers';
import { findLine, listCorrections, listEntries } from '@jonction/db/hours/queries';
import { readPlacementFacts } from '@jonction/db/placement/queries';
import { hourSides } from '@jonction/domain/hours/paper';
import { z } from 'zod';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { contestShape, paperShape } from './exchange/shapes.ts';
import { sideOf } from './exchange/side.ts';
import { citationsFor } from './policy/citation.ts';
import { statusShape } from './shapes.ts';
import { warnedLineShape, withWarnings } from './with-warnings.ts';

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
  /** Recorded after the closing of its month. */
  late: z.boolean(),
});

/** One line opened: which policy, which rule, which text, who decided, when, and everything that was recorded of it. */
export const showLine = procedure('hours.showLine')
  .input(z.object({ lineId: z.uuid() }))
  .output(
    z.object({
      line: warnedLineShape,
      entries: z.array(entryShape),
      corrections: z.array(z.object({ id: z.string(), centihours: z.number(), recordedAt: z.string() })),
      papers: z.array(paperShape),
      /** Beside the hours, which stay what they are; the last first. */
      contests: z.array(contestShape),
      /** On whose side whoever reads speaks. */
      side: z.enum(hourSides),
    }),
  )
  .query(async ({ ctx, input }) => {
    const [warned] = await withWarnings(ctx.tx, [found(await findLine(ctx.tx, input.lineId), 'hours.line_not_found')]);
    const line = found(warned, 'hours.line_not_found');
    const [of] = await readPlacementFacts(ctx.tx, [line.placementId]);
    const cite = await citationsFor(ctx, found(of, 'hours.line_not_found'));
    const { side, userId } = sideOf(ctx);
    const entries = await listEntries(ctx.tx, line.id);
    return {
      line,
      entries: entries.map((entry) => ({ ...entry, ...cite(entry) })),
      corrections: await listCorrections(ctx.tx, line.id),
      papers: await listPapers(ctx.tx, line.id),
      contests: (await listContestsOfLine(ctx.tx, line.id)).map((one) => ({ ...one, mine: one.openedBy === userId })),
      side,
    };
  });
