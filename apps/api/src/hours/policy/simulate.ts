import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { Refuse, settle } from '../../refuse.ts';
import { procedure } from '../../trpc.ts';
import { beginRun } from './begin-run.ts';
import { openDraft, versionOfDraft } from './draft.ts';
import { listScopes } from './list-scopes.ts';

/** Tries a draft on every hour already declared, as if it were published today: nothing is written but what would move. */
export const simulatePolicy = procedure('hours.simulatePolicy')
  .input(z.object({ draftId: z.uuid() }))
  .output(z.object({ runId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const draft = await openDraft(ctx, input.draftId);
    const version = settle(versionOfDraft(draft, ctx.today));
    const scopes = await listScopes(ctx.tx, draft.structureId);
    if (!scopes.some(({ level, id }) => level === version.scope.level && id === version.scope.id)) {
      throw new Refuse('hours.policy_scope_not_yours', {}, 'scope');
    }
    const runId = await beginRun(ctx, draft, { purpose: 'simulation', version });
    await recordAudit(ctx, { action: 'hours.simulatePolicy', subjectId: draft.id, facts: { policy: draft.policy } });
    return { runId };
  });
