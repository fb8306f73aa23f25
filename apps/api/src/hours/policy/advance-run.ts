import type { Database, Tx } from '@jonction/db/client';
import { hourRun } from '@jonction/db/hours/policy-tables';
import { keepChanges, type LineChange, lockHourRun, nextReached, type RunRow } from '@jonction/db/hours/runs';
import { changesByLine } from '@jonction/domain/hours/ledger';
import { type HourKind, hourKinds } from '@jonction/domain/hours/line';
import { policySchema } from '@jonction/domain/hours/policy';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { EventJob, JobContext } from '../../jobs/start.ts';
import { emit } from '../../outbox/emit.ts';
import { judgePlacements, type PlacementJudgement, weighPlacements } from '../judge-placements.ts';

/** Hires judged in one transaction: some hundred milliseconds, so that declaring never waits for long. A trial holds nobody up. */
const usualBatch = { judgement: 200, simulation: 4_000 };
const batchesInOneGo = 5;
const reachSchema = z.object({
  kinds: z.array(z.enum(hourKinds)) satisfies z.ZodType<HourKind[]>,
  from: z.string().nullable(),
  to: z.string().nullable(),
});

/** Judges a slice of a run, then takes its turn again behind the other jobs: letters do not wait for a year of hours. */
export async function advanceRunJob({ subjectId, structureId }: EventJob, { database }: JobContext): Promise<void> {
  if (subjectId === null) return;
  const { more } = await advanceRun(database, subjectId, { mostBatches: batchesInOneGo });
  if (!more) return;
  await database.as({ kind: 'system' }, (tx) => emit(tx, { type: 'hours.run_wanted', structureId, subjectId }));
}

/**
 * Goes on with a run by batches, each kept for good, until none is left, somebody stops it or `mostBatches` are done. Answers
 * whether more is to be done. Two at once on one run take turns; judging twice writes nothing.
 */
export async function advanceRun(
  database: Database,
  runId: string,
  { mostBatches = Number.POSITIVE_INFINITY, batch }: { mostBatches?: number; batch?: number } = {},
): Promise<{ more: boolean }> {
  for (let batches = 0; batches < mostBatches; batches++) {
    const more = await database.as({ kind: 'system' }, (tx) => advanceOnce(tx, runId, batch));
    if (!more) return { more: false };
  }
  return { more: true };
}

async function advanceOnce(tx: Tx, runId: string, asked: number | undefined): Promise<boolean> {
  const run = await lockHourRun(tx, runId);
  if (run?.state !== 'running') return false;
  const batch = asked ?? usualBatch[run.purpose];
  const { structureId } = run;
  // A simulation looks at what was recorded when it was asked for; a judgement at everything there is by now.
  const knownAt = run.purpose === 'simulation' ? run.knownAt : null;
  const reached = { structureId, knownAt, reach: reachSchema.parse(run.reach) };
  const ids = await nextReached(tx, reached, run.afterPlacement, batch);
  if (ids.length > 0) await keepChanges(tx, run, changesOf(await judge(tx, run, ids, reached.reach.kinds)));
  const left = ids.length === batch;
  await tx
    .update(hourRun)
    .set({
      placementsDone: run.placementsDone + ids.length,
      afterPlacement: ids.at(-1) ?? run.afterPlacement,
      ...(left ? {} : { state: 'done', endedAt: new Date() }),
    })
    .where(eq(hourRun.id, run.id));
  // Screens that show the run draw it again.
  await emit(tx, { type: left ? 'hours.run_progressed' : 'hours.run_done', structureId, subjectId: run.id });
  return left;
}

/** A judgement takes in every hour of the hires reached: what was left behind for another reason is put right with it. */
async function judge(
  tx: Tx,
  run: RunRow,
  ids: readonly string[],
  moved: readonly HourKind[],
): Promise<PlacementJudgement[]> {
  if (run.purpose === 'judgement') return (await judgePlacements(tx, ids, run.knownOn)).judged;
  const version = policySchema.parse(run.judgedBy);
  return weighPlacements(tx, ids, { today: run.knownOn, knownAt: run.knownAt, more: [version], moved });
}

function changesOf(judged: readonly PlacementJudgement[]): LineChange[] {
  return judged.flatMap(({ placement, postings }) =>
    [...changesByLine(postings)]
      .filter(([, change]) => change.moved > 0)
      .map(([lineId, change]) => ({ lineId, contractId: placement.contract, clauseId: placement.clause, ...change })),
  );
}
