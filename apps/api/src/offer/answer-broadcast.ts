import { listSpread, proposeOnBroadcast } from '@jonction/db/offer/broadcast';
import { offerBroadcast } from '@jonction/db/offer/broadcast-tables';
import { findParticipant } from '@jonction/db/participant/find';
import { answerAfter, answerBroadcastSchema, broadcastAnswers } from '@jonction/domain/offer/broadcast';
import { askedSkillSchema, employmentKinds, offerStatuses } from '@jonction/domain/offer/offer';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { found, Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** Offers spread to the partner that speaks: the position and its clause, never the company nor whom to call there. */
export const listBroadcasts = procedure('offer.listBroadcasts')
  .output(
    z.array(
      z.object({
        offerId: z.string(),
        number: z.number(),
        title: z.string(),
        romeCode: z.string(),
        positions: z.number(),
        weeklyHoursMin: z.number(),
        weeklyHoursMax: z.number(),
        employmentKind: z.enum(employmentKinds),
        startsOn: z.string(),
        placeLabel: z.string(),
        licences: z.array(z.string()),
        skills: z.array(askedSkillSchema),
        monthsAsked: z.number(),
        frenchLevel: z.number(),
        schedule: z.string().nullable(),
        status: z.enum(offerStatuses),
        contractObject: z.string().nullable(),
        dueHours: z.number().nullable(),
        note: z.string().nullable(),
        sentOn: z.string(),
        answer: z.enum(broadcastAnswers).nullable(),
        mine: z.array(z.object({ participantId: z.string(), name: z.string(), status: z.string() })),
      }),
    ),
  )
  .query(({ ctx }) => listSpread(ctx.tx, speaker(ctx).membership.organisationId));

/** A partner puts its own people forward, for the team to read first, or says that it has nobody. */
export const answerBroadcast = procedure('offer.answerBroadcast')
  .input(answerBroadcastSchema)
  .output(z.object({ proposed: z.number() }))
  .mutation(async ({ ctx, input }) => {
    const { userId, membership } = speaker(ctx);
    const { offerId, note } = input;
    const mine = and(eq(offerBroadcast.offerId, offerId), eq(offerBroadcast.partnerId, membership.organisationId));
    const [row] = await ctx.tx.select().from(offerBroadcast).where(mine).for('update');
    const { answer } = found(row, 'offer.broadcast_not_found');
    const spread = await listSpread(ctx.tx, membership.organisationId);
    if (spread.find((one) => one.offerId === offerId)?.status !== 'open') throw new Refuse('offer.broadcast_over');
    const people = [...new Set(input.participantIds)];
    for (const participantId of people) {
      found(await findParticipant(ctx.tx, participantId), 'participant.not_found');
      if ((await proposeOnBroadcast(ctx.tx, offerId, participantId)) === null) {
        throw new Refuse('offer.broadcast_already', {}, 'participantIds');
      }
    }
    await ctx.tx
      .update(offerBroadcast)
      .set({ answer: answerAfter(answer, people.length), answerNote: note, answeredBy: userId, answeredAt: new Date() })
      .where(mine);
    await recordAudit(ctx, {
      action: 'offer.answerBroadcast',
      subjectKind: 'offer',
      subjectId: offerId,
      facts: { people: people.length },
    });
    await emit(ctx.tx, { type: 'offer.answered', structureId: membership.structureId, subjectId: offerId });
    return { proposed: people.length };
  });
