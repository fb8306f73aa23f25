import { clausePart, clausePartAffirmed } from '@jonction/db/contract/obligation-tables';
import { clause } from '@jonction/db/contract/tables';
import { newId } from '@jonction/db/new-id';
import { partInputSchema } from '@jonction/domain/contract/due';
import { dueHours } from '@jonction/domain/contract/target';
import { daySchema } from '@jonction/domain/shared/field-schema';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { found, Refuse } from '../../refuse.ts';
import { speaker, structureOf } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';
import { writableContract } from '../head.ts';
import { recomputeDue } from './recompute-due.ts';

/** A tranche, a renewal or a call-off with its own target: nothing is owed of it until it is affirmed. */
export const addPart = procedure('contract.addPart')
  .input(partInputSchema)
  .output(z.object({ partId: z.string(), hours: z.number() }))
  .mutation(async ({ ctx, input }) => {
    const structureId = structureOf(ctx);
    const [of] = await ctx.tx
      .select()
      .from(clause)
      .where(and(eq(clause.id, input.clauseId), eq(clause.structureId, structureId)));
    const { contractId, buyerId, id: clauseId } = found(of, 'contract.clause_not_found');
    await writableContract(ctx, contractId);
    const partId = newId();
    const hours = dueHours(input.target);
    await ctx.tx.insert(clausePart).values({
      ...{ id: partId, structureId, clauseId, contractId, buyerId, kind: input.kind, title: input.title, hours },
      ...{ targetInputs: input.target, createdBy: speaker(ctx).userId },
    });
    await recordAudit(ctx, {
      action: 'contract.addPart',
      subjectKind: 'clause',
      subjectId: clauseId,
      facts: { kind: input.kind, hours },
    });
    return { partId, hours };
  });

/** Affirms a part on a day: its hours are owed from then on. */
export const affirmPart = procedure('contract.affirmPart')
  .input(z.object({ partId: z.uuid(), on: daySchema }))
  .output(z.object({ dueHours: z.number() }))
  .mutation(async ({ ctx, input }) => {
    const structureId = structureOf(ctx);
    const [row] = await ctx.tx
      .select({ part: clausePart, lotId: clause.lotId })
      .from(clausePart)
      .innerJoin(clause, eq(clause.id, clausePart.clauseId))
      .where(and(eq(clausePart.id, input.partId), eq(clausePart.structureId, structureId)));
    const { part, lotId } = found(row, 'contract.part_not_found');
    await writableContract(ctx, part.contractId);
    if (input.on > ctx.today) throw new Refuse('contract.affirmed_in_future', {}, 'on');
    const { contractId, buyerId, id: partId } = part;
    const known = await ctx.tx.select().from(clausePartAffirmed).where(eq(clausePartAffirmed.partId, partId));
    if (known.length > 0) throw new Refuse('contract.part_affirmed');
    await ctx.tx
      .insert(clausePartAffirmed)
      .values({ partId, structureId, contractId, buyerId, onDay: input.on, recordedBy: speaker(ctx).userId });
    await recomputeDue(ctx.tx, { structureId, lotIds: [lotId] }, { today: ctx.today, cause: 'part' });
    await recordAudit(ctx, {
      action: 'contract.affirmPart',
      subjectKind: 'clause',
      subjectId: part.clauseId,
      facts: { on: input.on, hours: part.hours },
    });
    const [after] = await ctx.tx.select({ dueHours: clause.dueHours }).from(clause).where(eq(clause.id, part.clauseId));
    return { dueHours: after?.dueHours ?? 0 };
  });
