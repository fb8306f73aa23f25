import type { Tx } from '@jonction/db/client';
import { findRun, listMovedLines, readEffect } from '@jonction/db/hours/runs';
import { hourKinds } from '@jonction/domain/hours/line';
import { policySchema } from '@jonction/domain/hours/policy';
import { z } from 'zod';
import { found } from '../../refuse.ts';
import { procedure } from '../../trpc.ts';
import { describeRuns } from './describe-run.ts';
import { penaltiesMoved } from './penalties-moved.ts';
import { changeShape, policyShape, runShape } from './shapes.ts';
import { shown } from './shown.ts';

/** How far a run is, and what it moves so far: in all, by contract, and in penalties. A replay says whether it found the same. */
export const showRun = procedure('hours.showRun')
  .input(z.object({ runId: z.uuid() }))
  .output(
    z.object({
      run: runShape,
      policy: z.object({ ...policyShape, id: z.string() }),
      ...changeShape,
      lines: z.number(),
      /** Penalties that would be proposed if the contracts ended today, in cents; null where no clause has any. */
      penaltyCents: z.number().nullable(),
      contracts: z.array(
        z.object({
          contractId: z.string(),
          number: z.number(),
          object: z.string(),
          lines: z.number(),
          people: z.number(),
          ...changeShape,
          penaltyCents: z.number().nullable(),
        }),
      ),
      same: z.boolean().nullable(),
    }),
  )
  .query(async ({ ctx, input }) => {
    const row = found(await findRun(ctx.tx, input.runId), 'hours.run_not_found');
    const [run] = await describeRuns(ctx.tx, [row]);
    const effect = await readEffect(ctx.tx, row.id);
    const penalties = await penaltiesMoved(ctx.tx, row, ctx.today);
    const sum = (field: 'moved' | 'validated' | 'pending' | 'rejected' | 'lines') =>
      effect.reduce((all, contract) => all + contract[field], 0);
    return {
      run: found(run, 'hours.run_not_found'),
      policy: shown(policySchema.parse(row.judgedBy)),
      ...{ moved: sum('moved'), validated: sum('validated'), pending: sum('pending'), rejected: sum('rejected') },
      lines: sum('lines'),
      penaltyCents: penalties.size === 0 ? null : [...penalties.values()].reduce((all, cents) => all + cents, 0),
      contracts: effect.map((contract) => ({ ...contract, penaltyCents: penalties.get(contract.contractId) ?? null })),
      same: row.replaysId !== null && row.state === 'done' ? await foundTheSame(ctx.tx, row.id, row.replaysId) : null,
    };
  });

async function foundTheSame(tx: Tx, runId: string, firstId: string): Promise<boolean> {
  const [again, first] = [await readEffect(tx, runId), await readEffect(tx, firstId)];
  return JSON.stringify(again) === JSON.stringify(first);
}

/** The lines of one contract that a run moves, some at a time. */
export const listRunLines = procedure('hours.listRunLines')
  .input(z.object({ runId: z.uuid(), contractId: z.uuid(), page: z.int().min(1).max(10_000).default(1) }))
  .output(
    z.array(
      z.object({
        lineId: z.string(),
        workerName: z.string(),
        employerName: z.string(),
        kind: z.enum(hourKinds),
        from: z.string(),
        to: z.string(),
        centihours: z.number(),
        ...changeShape,
      }),
    ),
  )
  .query(async ({ ctx, input }) => {
    const run = found(await findRun(ctx.tx, input.runId), 'hours.run_not_found');
    const rows = await listMovedLines(ctx.tx, { ...input, runId: run.id, pageSize: 100 });
    return rows.map((row) => ({ ...row, kind: z.enum(hourKinds).parse(row.kind) }));
  });
