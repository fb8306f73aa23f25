import { findBill, writeBill } from '@jonction/db/contract/obligation';
import { invoice } from '@jonction/db/contract/obligation-tables';
import { lot, lotHolder } from '@jonction/db/contract/tables';
import { billInputSchema } from '@jonction/domain/contract/due';
import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { found, Refuse } from '../../refuse.ts';
import { speaker, structureOf } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';
import { writableContract } from '../head.ts';
import { recomputeDue } from './recompute-due.ts';

const outcomeShape = z.object({ outcome: z.enum(['created', 'updated', 'unchanged']) });

/**
 * An order or an invoice of a lot, entered by hand. The same number again is its correction. What the clause owes follows at once,
 * where it follows what is invoiced.
 */
export const recordBill = procedure('contract.recordBill')
  .input(billInputSchema)
  .output(outcomeShape)
  .mutation(async ({ ctx, input }) => {
    const structureId = structureOf(ctx);
    const [of] = await ctx.tx.select().from(lot).where(eq(lot.id, input.lotId));
    const { contractId, buyerId } = found(of, 'contract.lot_not_found');
    await writableContract(ctx, contractId);
    if (input.on > ctx.today) throw new Refuse('contract.bill_in_future', {}, 'on');
    if (input.amountCents === 0) throw new Refuse('contract.bill_of_nothing', {}, 'amountCents');
    const holders = await ctx.tx
      .select({ id: lotHolder.organisationId })
      .from(lotHolder)
      .where(eq(lotHolder.lotId, input.lotId))
      .orderBy(desc(lotHolder.lead));
    if (input.holderId !== null && !holders.some(({ id }) => id === input.holderId))
      throw new Refuse('contract.bill_of_another', {}, 'holderId');
    const { lotId, kind, number, on: onDay, amountCents } = input;
    const outcome = await writeBill(ctx.tx, {
      ...{ structureId, contractId, buyerId, lotId, kind, number, onDay, amountCents },
      ...{ holderId: input.holderId ?? holders[0]?.id ?? null, source: 'form', recordedBy: speaker(ctx).userId },
    });
    await recomputeDue(ctx.tx, { structureId, lotIds: [lotId] }, { today: ctx.today, cause: 'invoice' });
    await recordAudit(ctx, {
      action: 'contract.recordBill',
      subjectKind: 'contract',
      subjectId: contractId,
      facts: { kind, number, amountCents, outcome },
    });
    return { outcome };
  });

/** Takes an order or an invoice out: a row of nought takes its place, and the first one stays readable. */
export const removeBill = procedure('contract.removeBill')
  .input(z.object({ billId: z.uuid() }))
  .mutation(async ({ ctx, input }) => {
    const structureId = structureOf(ctx);
    const [row] = await ctx.tx.select().from(invoice).where(eq(invoice.id, input.billId));
    const bill = found(row, 'contract.bill_not_found');
    await writableContract(ctx, bill.contractId);
    const standing = await findBill(ctx.tx, bill);
    if (standing?.id !== bill.id || bill.amountCents === 0) throw new Refuse('contract.bill_changed_meanwhile');
    const { id: _, recordedAt: __, replacesId: ___, ...same } = bill;
    await writeBill(ctx.tx, { ...same, amountCents: 0, source: 'form', recordedBy: speaker(ctx).userId });
    await recomputeDue(ctx.tx, { structureId, lotIds: [bill.lotId] }, { today: ctx.today, cause: 'invoice' });
    await recordAudit(ctx, {
      action: 'contract.removeBill',
      subjectKind: 'contract',
      subjectId: bill.contractId,
      facts: { kind: bill.kind, number: bill.number },
    });
  });
