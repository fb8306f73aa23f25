import { readTray } from '@jonction/db/hours/queries';
import { hourKinds } from '@jonction/domain/hours/line';
import { builtInPolicies } from '@jonction/domain/hours/policies/built-in';
import { z } from 'zod';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { policiesOf } from './judge-placements.ts';

const sums = {
  lines: z.number(),
  people: z.number(),
  centihours: z.number(),
  from: z.string(),
  to: z.string(),
  since: z.string(),
};

/**
 * What waits for a decision or for evidence, by rule and by what is missing: one decision settles a row, whatever the contracts;
 * each of them is told apart within. The oldest first.
 */
export const tray = procedure('hours.tray')
  .output(
    z.array(
      z.object({
        policy: z.string(),
        rule: z.string(),
        reason: z.string(),
        kinds: z.array(z.enum(hourKinds)),
        policyTitle: z.string().nullable(),
        source: z.string().nullable(),
        evidenceAsked: z.array(z.string()),
        ...sums,
        contracts: z.array(
          z.object({
            contractId: z.string(),
            contractNumber: z.number(),
            contractObject: z.string(),
            employerNames: z.array(z.string()),
            phones: z.array(z.string()),
            ...sums,
          }),
        ),
      }),
    ),
  )
  .query(async ({ ctx }) => {
    const rows = await readTray(ctx.tx);
    const policies = await policiesOf(ctx.tx, structureOf(ctx));
    const groups = Map.groupBy(rows, ({ policy, rule, reason }) => [policy, rule, reason].join(' '));
    return [...groups.values()].flatMap((contracts) => {
      const [first] = contracts;
      if (!first) return [];
      const policy = policies.findLast(({ id }) => id === first.policy) ?? builtInPolicies[first.policy];
      const rule = policy?.rules.find(({ id }) => id === first.rule);
      const sum = (field: 'lines' | 'people' | 'centihours') => contracts.reduce((all, row) => all + row[field], 0);
      const sorted = (field: 'from' | 'to' | 'since') => contracts.map((row) => row[field]).sort();
      return {
        policy: first.policy,
        rule: first.rule,
        reason: first.reason,
        kinds: rule?.kinds ?? [],
        policyTitle: policy?.title ?? null,
        source: policy?.source ?? null,
        evidenceAsked: rule?.evidence ?? [],
        lines: sum('lines'),
        people: sum('people'),
        centihours: sum('centihours'),
        from: sorted('from')[0] ?? first.from,
        to: sorted('to').at(-1) ?? first.to,
        since: sorted('since')[0] ?? first.since,
        contracts,
      };
    });
  });
