import type { Tx } from '@jonction/db/client';
import { refreshStanding } from '@jonction/db/contract/facts';
import { findByReference, insertContract, insertEvents, saveClause } from '@jonction/db/contract/write';
import { newId } from '@jonction/db/new-id';
import { organisation } from '@jonction/db/organisation/tables';
import { logBoughtSchema } from '@jonction/domain/contract/contract';
import { paris2021Set } from '@jonction/domain/eligibility/categories';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/**
 * A buyer logs a contract and its clause in one short form: contract, lot, holder, hours due. The team refines it
 * afterwards; it is told at once.
 */
export const logBought = procedure('contract.logBought')
  .input(logBoughtSchema)
  .output(z.object({ contractId: z.string(), clauseId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { userId, name, membership } = speaker(ctx);
    const { structureId, organisationId: buyerId } = membership;
    const { reference, object, notifiedOn, endsOn } = input;
    const known = await findByReference(ctx.tx, buyerId, reference);
    if (known)
      throw new Refuse('contract.already_in_register', { reference, number: String(known.number) }, 'reference');
    const holderId = input.holderSiret ? await holderOf(ctx.tx, input.holderSiret, input.holderName) : null;
    const { contractId, lotId } = await insertContract(
      ctx.tx,
      { buyerId, reference, kind: 'contract', object, notifiedOn, source: 'buyer' },
      { number: input.lotNumber, object, holderId, amountCents: null },
      structureId,
    );
    await insertEvents(ctx.tx, [
      {
        contractId,
        buyerId,
        type: 'notify',
        on: notifiedOn,
        endsOn,
        recordedOn: ctx.today,
        source: 'buyer_answer',
        saidBy: name,
        authorId: userId,
      },
    ]);
    await refreshStanding(ctx.tx, [contractId], ctx.today);
    const { clauseId } = await saveClause(ctx.tx, {
      structureId,
      contractId,
      lotId,
      buyerId,
      targetMode: 'fixed',
      targetInputs: { mode: 'fixed', hours: input.dueHours },
      dueHours: input.dueHours,
      categories: [{ ...paris2021Set, validFrom: null }],
      startsOn: notifiedOn,
      endsOn,
      createdBy: userId,
    });
    await recordAudit(ctx, { action: 'contract.logBought', subjectKind: 'contract', subjectId: contractId });
    await emit(ctx.tx, { type: 'contract.logged', structureId, subjectId: contractId });
    return { contractId, clauseId };
  });

/** The company of that SIRET; named for the first time, it joins the register. */
async function holderOf(tx: Tx, siret: string, name: string | null): Promise<string> {
  const [known] = await tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(
      and(
        eq(organisation.kind, 'employer'),
        eq(organisation.identifierKind, 'SIRET'),
        eq(organisation.identifier, siret),
      ),
    );
  if (known) return known.id;
  if (!name) throw new Refuse('contract.holder_unknown', {}, 'holderName');
  const id = newId();
  await tx.insert(organisation).values({ id, kind: 'employer', name, identifier: siret });
  return id;
}
