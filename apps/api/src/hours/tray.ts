import { readTray } from '@jonction/db/hours/queries';
import { builtInPolicies } from '@jonction/domain/hours/policies/built-in';
import { z } from 'zod';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { policiesOf } from './judge-placements.ts';

/** What waits for a decision or for evidence, grouped so that one answer settles a row. */
export const tray = procedure('hours.tray')
  .output(
    z.array(
      z.object({
        contractId: z.string(),
        contractNumber: z.number(),
        contractObject: z.string(),
        employerNames: z.array(z.string()),
        policy: z.string(),
        rule: z.string(),
        reason: z.string(),
        policyTitle: z.string().nullable(),
        source: z.string().nullable(),
        evidenceAsked: z.array(z.string()),
        from: z.string(),
        to: z.string(),
        lines: z.number(),
        people: z.number(),
        centihours: z.number(),
        since: z.string(),
      }),
    ),
  )
  .query(async ({ ctx }) => {
    const rows = await readTray(ctx.tx);
    const policies = await policiesOf(ctx.tx, structureOf(ctx));
    return rows.map((row) => {
      const policy = policies.findLast(({ id }) => id === row.policy) ?? builtInPolicies[row.policy];
      return {
        ...row,
        policyTitle: policy?.title ?? null,
        source: policy?.source ?? null,
        evidenceAsked: policy?.rules.find(({ id }) => id === row.rule)?.evidence ?? [],
      };
    });
  });
