import type { Tx } from '@jonction/db/client';
import { lockPolicies } from '@jonction/db/hours/judging';
import { type DraftRow, insertPolicy } from '@jonction/db/hours/policies';
import { hourPolicyDraft } from '@jonction/db/hours/policy-tables';
import type { Policy } from '@jonction/domain/hours/policy';
import { eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { speaker } from '../../speaker.ts';
import { beginRun } from './begin-run.ts';

/** A draft becomes a version that judges from now on, and one job judges again what was declared before. */
export async function publishVersion(
  ctx: Context & { tx: Tx },
  draft: DraftRow,
  version: Policy,
): Promise<{ runId: string; versionId: string }> {
  await lockPolicies(ctx.tx, draft.structureId);
  // Before the version is written: the run compares with what judged until now.
  const runId = await beginRun(ctx, draft, { purpose: 'judgement', version });
  const versionId = await insertPolicy(ctx.tx, draft.structureId, speaker(ctx).userId, version);
  await ctx.tx
    .update(hourPolicyDraft)
    .set({ state: 'published', policyId: versionId })
    .where(eq(hourPolicyDraft.id, draft.id));
  return { runId, versionId };
}
