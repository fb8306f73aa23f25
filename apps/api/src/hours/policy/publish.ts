import { listRuns } from '@jonction/db/hours/runs';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { Refuse, settle } from '../../refuse.ts';
import { procedure } from '../../trpc.ts';
import { openDraft, versionOfDraft } from './draft.ts';
import { publishVersion } from './publish-version.ts';
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
    const { runId } = await publishVersion(ctx, draft, version);
    await recordAudit(ctx, {
      action: 'hours.publishDraft',
      subjectId: draft.id,
      facts: { policy: version.id, withdraws: draft.withdraws },
    });
    return { runId };
  });
