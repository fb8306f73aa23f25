import type { Tx } from '@jonction/db/client';
import type { DraftRow } from '@jonction/db/hours/policies';
import { hourRun } from '@jonction/db/hours/policy-tables';
import { countReached, type RunRow } from '@jonction/db/hours/runs';
import { newId } from '@jonction/db/new-id';
import type { Policy } from '@jonction/domain/hours/policy';
import { reachOf, supersededBy } from '@jonction/domain/hours/policy-reach';
import type { Context } from '../../context.ts';
import { emit } from '../../outbox/emit.ts';
import { speaker } from '../../speaker.ts';
import { policiesOf } from '../judge-placements.ts';

/**
 * Asks for every hire that a version may judge otherwise to be judged by it: `simulation` only counts, `judgement` writes the
 * ledger. The work is done by the jobs, some hires at a time.
 */
export async function beginRun(
  ctx: Context & { tx: Tx },
  draft: DraftRow,
  { purpose, version }: { purpose: RunRow['purpose']; version: Policy },
): Promise<string> {
  const { structureId } = draft;
  const knownAt = new Date();
  const superseded = supersededBy(version, await policiesOf(ctx.tx, structureId));
  const reach = reachOf(version, superseded);
  const total = await countReached(ctx.tx, { structureId, reach, knownAt });
  const runId = newId();
  await ctx.tx.insert(hourRun).values({
    id: runId,
    structureId,
    purpose,
    draftId: draft.id,
    draftVersion: draft.version,
    judgedBy: version,
    reach,
    knownOn: ctx.today,
    knownAt,
    placementsTotal: total,
    askedBy: speaker(ctx).userId,
    ...(total === 0 ? { state: 'done', endedAt: knownAt } : {}),
  });
  if (total > 0) await emit(ctx.tx, { type: 'hours.run_wanted', structureId, subjectId: runId });
  return runId;
}
