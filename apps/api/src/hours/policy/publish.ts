import { lockPolicies } from '@jonction/db/hours/judging';
import { insertPolicy } from '@jonction/db/hours/policies';
import { hourPolicyDraft } from '@jonction/db/hours/policy-tables';
import { listRuns } from '@jonction/db/hours/runs';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { Refuse, settle } from '../../refuse.ts';
import { speaker } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';
import { beginRun } from './begin-run.ts';
import { openDraft, versionOfDraft } from './draft.ts';
import { trialOf } from './trial.ts';

/**
 * Publishes a draft that was tried today as it stands: from now on it judges what is declared, and one job judges again what
 * was declared before. A version is never changed afterwards, only followed by another. For the lead.
 */
export const publishDraft = procedure('hours.publishDraft')
  .input(z.object({ draftId: z.uuid() }))
  .output(z.object({ runId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const draft = await openDraft(ctx, input.draftId);
    const version = settle(versionOfDraft(draft, ctx.today));
    if (!trialOf(await listRuns(ctx.tx, draft.id), draft.version, ctx.today)) throw new Refuse('hours.draft_untried');
    await lockPolicies(ctx.tx, draft.structureId);
    // Before the version is written: the run compares with what judged until now.
    const runId = await beginRun(ctx, draft, { purpose: 'judgement', version });
    const policyId = await insertPolicy(ctx.tx, draft.structureId, speaker(ctx).userId, version);
    await ctx.tx.update(hourPolicyDraft).set({ state: 'published', policyId }).where(eq(hourPolicyDraft.id, draft.id));
    await recordAudit(ctx, {
      action: 'hours.publishDraft',
      subjectId: draft.id,
      facts: { policy: version.id, withdraws: draft.withdraws },
    });
    return { runId };
  });
