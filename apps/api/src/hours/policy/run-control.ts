import type { Tx } from '@jonction/db/client';
import { hourRun } from '@jonction/db/hours/policy-tables';
import { lockHourRun, type RunRow } from '@jonction/db/hours/runs';
import { newId } from '@jonction/db/new-id';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { emit } from '../../outbox/emit.ts';
import { found, Refuse } from '../../refuse.ts';
import { speaker } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';

const ofRun = z.object({ runId: z.uuid() });

/** Stops a run where it is; what it did is kept, and it goes on from there when asked to. */
export const stopRun = procedure('hours.stopRun')
  .input(ofRun)
  .mutation(async ({ ctx, input }) => {
    const run = await unended(ctx.tx, input.runId);
    if (run.state === 'running') await ctx.tx.update(hourRun).set({ state: 'stopped' }).where(eq(hourRun.id, run.id));
  });

/** Goes on with a run that was stopped. */
export const resumeRun = procedure('hours.resumeRun')
  .input(ofRun)
  .mutation(async ({ ctx, input }) => {
    const run = await unended(ctx.tx, input.runId);
    if (run.state === 'running') return;
    await ctx.tx.update(hourRun).set({ state: 'running' }).where(eq(hourRun.id, run.id));
    await emit(ctx.tx, { type: 'hours.run_wanted', structureId: run.structureId, subjectId: run.id });
  });

/** Tells an ended trial again, with what was recorded at its time and nothing later: the figure must be the same. */
export const replayRun = procedure('hours.replayRun')
  .input(ofRun)
  .output(z.object({ runId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const first = found(await lockHourRun(ctx.tx, input.runId), 'hours.run_not_found');
    if (first.purpose !== 'simulation' || first.state !== 'done') throw new Refuse('hours.run_not_found');
    const runId = newId();
    const ended = first.placementsTotal === 0 ? { state: 'done' as const, endedAt: new Date() } : {};
    await ctx.tx.insert(hourRun).values({
      ...first,
      ...{ id: runId, replaysId: first.replaysId ?? first.id, askedBy: speaker(ctx).userId, askedAt: new Date() },
      ...{ state: 'running', endedAt: null, afterPlacement: null, placementsDone: 0, ...ended },
    });
    await emit(ctx.tx, { type: 'hours.run_wanted', structureId: first.structureId, subjectId: runId });
    return { runId };
  });

async function unended(tx: Tx, runId: string): Promise<RunRow> {
  const run = found(await lockHourRun(tx, runId), 'hours.run_not_found');
  if (run.state === 'done') throw new Refuse('hours.run_ended');
  return run;
}
