import type { Tx } from '@jonction/db/client';
import { readVersions } from '@jonction/db/hours/policies';
import { hourPolicyDraft } from '@jonction/db/hours/policy-tables';
import { newId } from '@jonction/db/new-id';
import { builtInPolicies } from '@jonction/domain/hours/policies/built-in';
import { adoptionOf, type PolicyDraft, withdrawalOf } from '@jonction/domain/hours/publish';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { found } from '../../refuse.ts';
import { speaker } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';

/** Begins a policy: from nothing, from one that comes with the product, from a version of one's own, or to withdraw that one. */
export const startDraft = procedure('hours.startDraft')
  .input(
    z.discriminatedUnion('from', [
      z.object({ from: z.literal('nothing') }),
      z.object({ from: z.literal('built_in'), policyId: z.string() }),
      z.object({ from: z.literal('own'), versionId: z.uuid(), withdraws: z.boolean().default(false) }),
    ]),
  )
  .output(z.object({ draftId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { userId, membership } = speaker(ctx);
    const { structureId } = membership;
    const begun = await beginning(ctx, structureId, input);
    const withdraws = input.from === 'own' && input.withdraws;
    const draftId = newId();
    await ctx.tx.insert(hourPolicyDraft).values({
      id: draftId,
      structureId,
      policy: begun.id,
      title: begun.title ?? '',
      // Why it is withdrawn is another text than why it was made.
      source: withdraws ? '' : (begun.source ?? ''),
      note: withdraws ? null : (begun.note ?? null),
      scopeLevel: begun.scope.level,
      scopeId: begun.scope.id ?? structureId,
      validFrom: begun.validFrom ?? null,
      validTo: begun.validTo ?? null,
      rules: begun.rules,
      withdraws,
      createdBy: userId,
      editedBy: userId,
    });
    return { draftId };
  });

type Begin =
  | { from: 'nothing' }
  | { from: 'built_in'; policyId: string }
  | { from: 'own'; versionId: string; withdraws: boolean };

async function beginning(ctx: Context & { tx: Tx }, structureId: string, begin: Begin): Promise<PolicyDraft> {
  if (begin.from === 'built_in') {
    return adoptionOf(found(builtInPolicies[begin.policyId], 'hours.policy_not_found'), structureId);
  }
  if (begin.from === 'nothing') return { id: newId(), scope: { level: 'structure', id: structureId }, rules: [] };
  const versions = await readVersions(ctx.tx, { structureId });
  const row = found(
    versions.find(({ rowId }) => rowId === begin.versionId),
    'hours.policy_not_found',
  );
  return begin.withdraws ? withdrawalOf(row.version) : row.version;
}
