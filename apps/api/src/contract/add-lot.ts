import { lot } from '@jonction/db/contract/tables';
import { insertLot } from '@jonction/db/contract/write';
import { lotInputSchema } from '@jonction/domain/contract/contract';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { Refuse } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { writableContract } from './head.ts';
import { requireOrganisation } from './require-organisation.ts';

/** One more lot, with its holder if known. */
export const addLot = procedure('contract.addLot')
  .input(lotInputSchema.extend({ contractId: z.uuid() }))
  .output(z.object({ lotId: z.string() }))
  .mutation(async ({ ctx, input: { contractId, ...values } }) => {
    const { buyerId } = await writableContract(ctx, contractId);
    if (values.holderId) await requireOrganisation(ctx.tx, values.holderId, 'employer', 'holderId');
    if (values.number) {
      const [known] = await ctx.tx
        .select({ id: lot.id })
        .from(lot)
        .where(and(eq(lot.contractId, contractId), eq(lot.number, values.number)));
      if (known) throw new Refuse('contract.lot_exists', { number: values.number }, 'number');
    }
    const lotId = await insertLot(ctx.tx, { contractId, buyerId }, values);
    await recordAudit(ctx, { action: 'contract.addLot', subjectKind: 'contract', subjectId: contractId });
    return { lotId };
  });
