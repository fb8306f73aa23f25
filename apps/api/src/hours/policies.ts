import { readPolicies } from '@jonction/db/hours/judging';
import { hourPolicy } from '@jonction/db/hours/tables';
import { newId } from '@jonction/db/new-id';
import { builtInPolicies, inForceFromTheStart } from '@jonction/domain/hours/policies/built-in';
import { policyRuleSchema } from '@jonction/domain/hours/policy';
import { adoptionOf, publishPolicy } from '@jonction/domain/hours/publish';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { found, Refuse, settle } from '../refuse.ts';
import { speaker, structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** The policies that come with the product and whether they judge here, with their rules and sources. */
export const listPolicies = procedure('hours.listPolicies')
  .output(
    z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        source: z.string(),
        note: z.string().nullable(),
        validFrom: z.string().nullable(),
        validTo: z.string().nullable(),
        publishedOn: z.string(),
        inForce: z.boolean(),
        rules: z.array(policyRuleSchema),
      }),
    ),
  )
  .query(async ({ ctx }) => {
    const adopted = await readPolicies(ctx.tx, structureOf(ctx));
    return Object.values(builtInPolicies).map((policy) => ({
      ...policy,
      title: policy.title ?? policy.id,
      source: policy.source ?? '',
      note: policy.note ?? null,
      validFrom: policy.validFrom ?? null,
      validTo: policy.validTo ?? null,
      inForce: inForceFromTheStart.includes(policy.id) || adopted.some(({ id }) => id === policy.id),
    }));
  });

/** A team lead adopts a built-in for her structure: published today, it judges from now on, and every line is judged again. */
export const adoptPolicy = procedure('hours.adoptPolicy')
  .input(z.object({ policyId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { userId, membership } = speaker(ctx);
    const { structureId } = membership;
    const builtIn = found(builtInPolicies[input.policyId], 'hours.policy_not_found');
    const adopted = await readPolicies(ctx.tx, structureId);
    if (inForceFromTheStart.includes(builtIn.id) || adopted.some(({ id }) => id === builtIn.id)) {
      throw new Refuse('hours.policy_in_force');
    }
    const version = settle(publishPolicy(adoptionOf(builtIn, structureId), ctx.today));
    await ctx.tx.insert(hourPolicy).values({
      id: newId(),
      structureId,
      policy: version.id,
      title: version.title ?? version.id,
      source: version.source ?? '',
      scopeLevel: version.scope.level,
      scopeId: version.scope.id ?? null,
      validFrom: version.validFrom ?? '0001-01-01',
      validTo: version.validTo ?? null,
      publishedOn: version.publishedOn,
      publishedBy: userId,
      rules: version.rules,
    });
    await emit(ctx.tx, { type: 'hours.policy_published', structureId });
    await recordAudit(ctx, { action: 'hours.adoptPolicy', facts: { policy: version.id } });
  });
