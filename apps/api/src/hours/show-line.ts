import { findLine, listCorrections, listEntries } from '@jonction/db/hours/queries';
import { placement } from '@jonction/db/placement/tables';
import { builtInPolicies } from '@jonction/domain/hours/policies/built-in';
import type { Policy } from '@jonction/domain/hours/policy';
import { parisDayOf } from '@jonction/domain/shared/day';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { policiesOf } from './judge-placements.ts';
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
    const [of] = await ctx.tx
      .select({ structureId: placement.structureId })
      .from(placement)
      .where(eq(placement.id, line.placementId));
    const policies = await policiesOf(ctx.tx, found(of, 'hours.line_not_found').structureId);
    const entries = await listEntries(ctx.tx, line.id);
    return {
      line,
      entries: entries.map((entry) => ({ ...entry, ...citationOf(policies, entry) })),
      corrections: await listCorrections(ctx.tx, line.id),
    };
  });

/** The version that judged: of those of that id holding that rule, the last published before the entry was recorded. */
function citationOf(
  policies: readonly Policy[],
  entry: { policy: string | null; rule: string | null; recordedAt: string },
) {
  const recordedOn = parisDayOf(new Date(entry.recordedAt));
  const builtIn = entry.policy === null ? undefined : builtInPolicies[entry.policy];
  const version =
    policies.findLast(
      ({ id, publishedOn, rules }) =>
        id === entry.policy && publishedOn <= recordedOn && rules.some((rule) => rule.id === entry.rule),
    ) ?? builtIn;
  return {
    policyTitle: version?.title ?? null,
    source: version?.source ?? null,
    note: version?.note ?? builtIn?.note ?? null,
    evidenceAsked: version?.rules.find(({ id }) => id === entry.rule)?.evidence ?? [],
  };
}
