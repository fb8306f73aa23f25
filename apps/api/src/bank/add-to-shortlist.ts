import { addMembers, listMemberIds, listReadable, lockShortlist } from '@jonction/db/bank/shortlists';
import { addedTo, shortlistPeopleSchema } from '@jonction/domain/bank/shortlist';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found, Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** Several people at once; those who are there already stay as they are. What was really added is what an undo takes back. */
export const addToShortlist = procedure('bank.addToShortlist')
  .input(shortlistPeopleSchema)
  .output(z.object({ shortlistId: z.string(), added: z.array(z.string()), already: z.number() }))
  .mutation(async ({ ctx, input }) => {
    const { shortlistId, participantIds } = input;
    const { structureId } = found(await lockShortlist(ctx.tx, shortlistId), 'bank.list_not_found');
    const wanted = [...new Set(participantIds)];
    if ((await listReadable(ctx.tx, wanted)).length !== wanted.length) throw new Refuse('participant.not_found');
    const { added, already, over } = addedTo(await listMemberIds(ctx.tx, shortlistId), wanted);
    if (over.length > 0) throw new Refuse('bank.list_full');
    await addMembers(ctx.tx, { shortlistId, structureId, addedBy: speaker(ctx).userId }, added);
    await recordAudit(ctx, {
      action: 'bank.addToShortlist',
      subjectKind: 'shortlist',
      subjectId: shortlistId,
      facts: { people: added.length },
    });
    return { shortlistId, added, already: already.length };
  });
