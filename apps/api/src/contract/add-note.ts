import { contractNote } from '@jonction/db/contract/tables';
import { newId } from '@jonction/db/new-id';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { writableContract } from './head.ts';

/** A note of the team for itself: neither the buyer, nor the holders, nor another team reads it. */
export const addNote = procedure('contract.addNote')
  .input(
    z.object({
      contractId: z.uuid(),
      body: z.string().trim().min(1, { error: 'contract.words_missing' }).max(4000),
    }),
  )
  .output(z.object({ noteId: z.string() }))
  .mutation(async ({ ctx, input: { contractId, body } }) => {
    const { userId, membership } = speaker(ctx);
    await writableContract(ctx, contractId);
    const id = newId();
    await ctx.tx
      .insert(contractNote)
      .values({ id, contractId, structureId: membership.structureId, authorId: userId, body });
    await recordAudit(ctx, { action: 'contract.addNote', subjectKind: 'contract', subjectId: contractId });
    return { noteId: id };
  });
