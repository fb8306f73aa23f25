import { attachContract, findHead } from '@jonction/db/contract/write';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { found } from '../refuse.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** The team follows a contract of the register from now on. Twice is once. */
export const attach = procedure('contract.attach')
  .input(z.object({ contractId: z.uuid() }))
  .output(z.object({ contractId: z.string() }))
  .mutation(async ({ ctx, input: { contractId } }) => {
    const structureId = structureOf(ctx);
    const head = found(await findHead(ctx.tx, contractId, structureId), 'contract.not_found');
    if (!head.attached) {
      await attachContract(ctx.tx, contractId, structureId);
      await recordAudit(ctx, { action: 'contract.attach', subjectKind: 'contract', subjectId: contractId });
      await emit(ctx.tx, { type: 'contract.attached', structureId, subjectId: contractId });
    }
    return { contractId };
  });
