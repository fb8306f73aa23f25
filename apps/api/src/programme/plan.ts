import { newId } from '@jonction/db/new-id';
import { findBuyerKind, findPlannedByKeys } from '@jonction/db/programme/queries';
import { plannedContract } from '@jonction/db/programme/tables';
import { plannedKey } from '@jonction/domain/programme/planned';
import { planSchema } from '@jonction/domain/programme/planned-schema';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { requireOrganisation } from '../contract/require-organisation.ts';
import { emit } from '../outbox/emit.ts';
import { Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { logAct } from './log-act.ts';

/** A contract that a buyer plans, sent by it or typed by a facilitator; the four weeks of the team begin. */
export const plan = procedure('programme.plan')
  .input(planSchema)
  .output(z.object({ plannedId: z.string() }))
  .mutation(async ({ ctx, input: { buyerId: named, ...facts } }) => {
    const { userId, membership } = speaker(ctx);
    const { structureId, organisationId, role } = membership;
    const buyerId = role === 'buyer' ? organisationId : named;
    if (buyerId === null) throw new Refuse('programme.buyer_missing', {}, 'buyerId');
    if (role !== 'buyer') await requireOrganisation(ctx.tx, buyerId, 'buyer', 'buyerId');
    const key = plannedKey(facts);
    const [known] = await findPlannedByKeys(ctx.tx, { buyerIds: [buyerId], year: facts.year, keys: [key] });
    if (known) {
      throw new Refuse(
        'programme.known_already',
        { year: String(facts.year) },
        facts.reference === null ? 'object' : 'reference',
      );
    }
    const plannedId = newId();
    await ctx.tx.insert(plannedContract).values({
      ...facts,
      ...{ id: plannedId, structureId, buyerId, key },
      buyerKind: facts.buyerKind ?? (await findBuyerKind(ctx.tx, buyerId)),
      ...{ statusSince: ctx.today, receivedOn: ctx.today, createdBy: userId },
      source: role === 'buyer' ? 'buyer' : 'facilitator',
    });
    await logAct(ctx, { id: plannedId, structureId, buyerId, status: 'planned' }, { act: 'added' });
    await recordAudit(ctx, { action: 'programme.plan', subjectKind: 'planned_contract', subjectId: plannedId });
    await emit(ctx.tx, { type: 'programme.changed', structureId, subjectId: plannedId });
    return { plannedId };
  });
