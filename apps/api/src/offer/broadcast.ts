import type { Tx } from '@jonction/db/client';
import { listAddresses, listBroadcastOf, listCommittee, markReminded } from '@jonction/db/offer/broadcast';
import { offerBroadcast } from '@jonction/db/offer/broadcast-tables';
import { findOffer } from '@jonction/db/offer/queries';
import { findOrganisation } from '@jonction/db/organisation/queries';
import { broadcastAnswers, broadcastSchema, mayRemind, newAddressees } from '@jonction/domain/offer/broadcast';
import { broadcastLetter } from '@jonction/messages/broadcast-letter';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { writeMessage } from '../message/write.ts';
import { emit } from '../outbox/emit.ts';
import { found, Refuse, settle } from '../refuse.ts';
import { speaker, structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';

const offerInput = z.object({ offerId: z.uuid() });

/** Spreads an open offer to the members of the committee who do not have it yet, with a letter to each. */
export const broadcast = procedure('offer.broadcast')
  .input(broadcastSchema)
  .output(z.object({ spread: z.number() }))
  .mutation(async ({ ctx, input: { offerId, note } }) => {
    const { offer } = found(await findOffer(ctx.tx, offerId), 'offer.not_found');
    const had = await listBroadcastOf(ctx.tx, offerId);
    const members = await listCommittee(ctx.tx);
    const partnerIds = settle(
      newAddressees(
        offer.status,
        members.map(({ partnerId }) => partnerId),
        had.map(({ partnerId }) => partnerId),
      ),
    );
    const { userId } = speaker(ctx);
    const structureId = structureOf(ctx);
    await ctx.tx
      .insert(offerBroadcast)
      .values(partnerIds.map((partnerId) => ({ offerId, partnerId, structureId, note, sentBy: userId })));
    await write(ctx, { offerId, partnerIds, note, reminder: false });
    await recordAudit(ctx, {
      action: 'offer.broadcast',
      subjectKind: 'offer',
      subjectId: offerId,
      facts: { partners: partnerIds.length },
    });
    await emit(ctx.tx, { type: 'offer.broadcast', structureId, subjectId: offerId });
    return { spread: partnerIds.length };
  });

/** Who answered, who has not, and how many people each put forward. */
export const showBroadcast = procedure('offer.showBroadcast')
  .input(offerInput)
  .output(
    z.object({
      rows: z.array(
        z.object({
          partnerId: z.string(),
          name: z.string(),
          sentOn: z.string(),
          remindedOn: z.string().nullable(),
          answer: z.enum(broadcastAnswers).nullable(),
          answerNote: z.string().nullable(),
          answeredOn: z.string().nullable(),
          people: z.number(),
          mayRemind: z.boolean(),
        }),
      ),
      /** Members of the committee who do not have it yet. */
      left: z.number(),
      members: z.number(),
    }),
  )
  .query(async ({ ctx, input }) => {
    found(await findOffer(ctx.tx, input.offerId), 'offer.not_found');
    const rows = await listBroadcastOf(ctx.tx, input.offerId);
    const members = await listCommittee(ctx.tx);
    return {
      rows: rows.map((row) => ({ ...row, mayRemind: mayRemind(row, ctx.today) })),
      members: members.length,
      left: members.filter(({ partnerId }) => !rows.some((row) => row.partnerId === partnerId)).length,
    };
  });

/** Writes again to those who did not answer, three days after the last letter at the soonest. */
export const remindBroadcast = procedure('offer.remindBroadcast')
  .input(offerInput)
  .output(z.object({ reminded: z.number() }))
  .mutation(async ({ ctx, input: { offerId } }) => {
    const { offer } = found(await findOffer(ctx.tx, offerId), 'offer.not_found');
    if (offer.status !== 'open') throw new Refuse('offer.not_open');
    const rows = await listBroadcastOf(ctx.tx, offerId);
    const partnerIds = rows.filter((row) => mayRemind(row, ctx.today)).map(({ partnerId }) => partnerId);
    if (partnerIds.length === 0) throw new Refuse('offer.broadcast_nobody_to_remind');
    await markReminded(ctx.tx, offerId, partnerIds);
    await write(ctx, { offerId, partnerIds, note: null, reminder: true });
    await recordAudit(ctx, { action: 'offer.remindBroadcast', subjectKind: 'offer', subjectId: offerId });
    return { reminded: partnerIds.length };
  });

async function write(
  ctx: Context & { tx: Tx },
  to: { offerId: string; partnerIds: readonly string[]; note: string | null; reminder: boolean },
): Promise<void> {
  const structureId = structureOf(ctx);
  const { offer, contractObject } = found(await findOffer(ctx.tx, to.offerId), 'offer.not_found');
  const structure = found(await findOrganisation(ctx.tx, structureId), 'organisation.not_found');
  for (const { email, name } of await listAddresses(ctx.tx, structureId, to.partnerIds)) {
    const letter = broadcastLetter({
      name,
      structureName: structure.name,
      offerTitle: offer.title,
      positions: offer.positions,
      placeLabel: offer.placeLabel,
      contractObject,
      note: to.note,
      reminder: to.reminder,
      url: `${ctx.publicUrl}/partenaire/offres`,
    });
    await writeMessage(ctx.tx, letter, {
      structureId,
      to: email,
      toName: name,
      about: { kind: 'offer', id: to.offerId },
    });
  }
}
