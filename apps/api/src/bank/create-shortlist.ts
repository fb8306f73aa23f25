import { addMembers, isListNameTaken, listReadable } from '@jonction/db/bank/shortlists';
import { shortlist } from '@jonction/db/bank/tables';
import { newId } from '@jonction/db/new-id';
import { addedTo, createShortlistSchema } from '@jonction/domain/bank/shortlist';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { findOfferToRank } from '../matching/find-offer-to-rank.ts';
import { Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** Keeps people together under a name, for the offer they were chosen for or for none. */
export const createShortlist = procedure('bank.createShortlist')
  .input(createShortlistSchema)
  .output(z.object({ shortlistId: z.string(), added: z.array(z.string()) }))
  .mutation(async ({ ctx, input }) => {
    const { name, offerId, participantIds } = input;
    const { userId, membership } = speaker(ctx);
    const { structureId } = membership;
    const { added } = addedTo([], participantIds);
    if ((await listReadable(ctx.tx, added)).length !== added.length) throw new Refuse('participant.not_found');
    if (offerId) await findOfferToRank(ctx.tx, offerId);
    if (await isListNameTaken(ctx.tx, name, null)) throw new Refuse('bank.list_name_taken', {}, 'name');
    const shortlistId = newId();
    await ctx.tx
      .insert(shortlist)
      .values({ id: shortlistId, structureId, name, offerId: offerId ?? null, createdBy: userId });
    await addMembers(ctx.tx, { shortlistId, structureId, addedBy: userId }, added);
    await recordAudit(ctx, {
      action: 'bank.createShortlist',
      subjectKind: 'shortlist',
      subjectId: shortlistId,
      facts: { people: added.length },
    });
    return { shortlistId, added };
  });
