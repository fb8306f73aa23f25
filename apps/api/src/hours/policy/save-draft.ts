import { hourPolicyDraft } from '@jonction/db/hours/policy-tables';
import { policyDraftSchema } from '@jonction/domain/hours/policy-draft';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { Refuse } from '../../refuse.ts';
import { speaker } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';
import { openDraft } from './draft.ts';

/** Keeps what is written of a policy, finished or not: what is missing is told when it is tried. Never a published version. */
export const saveDraft = procedure('hours.saveDraft')
  .input(z.object({ draftId: z.uuid(), version: z.int(), content: policyDraftSchema }))
  .output(z.object({ version: z.number() }))
  .mutation(async ({ ctx, input }) => {
    const draft = await openDraft(ctx, input.draftId);
    if (draft.version !== input.version) throw new Refuse('shared.changed_meanwhile');
    const { scope, rules, ...content } = input.content;
    if (scope.level === 'national' || scope.level === 'territory') {
      throw new Refuse('hours.policy_scope_not_yours', {}, 'scope');
    }
    const version = draft.version + 1;
    await ctx.tx
      .update(hourPolicyDraft)
      .set({
        ...content,
        scopeLevel: scope.level,
        scopeId: scope.id,
        rules: draft.withdraws ? [] : rules,
        version,
        editedBy: speaker(ctx).userId,
        editedAt: new Date(),
      })
      .where(eq(hourPolicyDraft.id, draft.id));
    await recordAudit(ctx, { action: 'hours.saveDraft', subjectId: draft.id, facts: { policy: draft.policy } });
    return { version };
  });

/** Sets a draft aside, with its trials: nothing was moved. */
export const discardDraft = procedure('hours.discardDraft')
  .input(z.object({ draftId: z.uuid() }))
  .mutation(async ({ ctx, input }) => {
    const draft = await openDraft(ctx, input.draftId);
    await ctx.tx.update(hourPolicyDraft).set({ state: 'discarded' }).where(eq(hourPolicyDraft.id, draft.id));
    await recordAudit(ctx, { action: 'hours.discardDraft', subjectId: draft.id, facts: { policy: draft.policy } });
  });
