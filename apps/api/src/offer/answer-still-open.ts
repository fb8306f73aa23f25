import { answerByLink, findOfferDoor, holdOfferDoor } from '@jonction/db/offer/still-open';
import { offerStatuses } from '@jonction/domain/offer/offer';
import { answerStillOpenSchema, answerStillOpen as decide, stillOpenAnswers } from '@jonction/domain/offer/still-open';
import { z } from 'zod';
import { hashToken } from '../access/token.ts';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { found, settle } from '../refuse.ts';
import { procedure } from '../trpc.ts';

/** The page of the question: who asks, and about what. Shows nobody and changes nothing: scanners of mail follow links. */
export const describeStillOpen = procedure('offer.describeStillOpen')
  .input(answerStillOpenSchema.pick({ token: true }))
  .output(
    z.object({
      structureName: z.string(),
      structurePhone: z.string().nullable(),
      ownerName: z.string().nullable(),
      employerName: z.string(),
      title: z.string(),
      positions: z.number(),
      placeLabel: z.string(),
      openedOn: z.string(),
      status: z.enum(offerStatuses),
      answer: z.enum(stillOpenAnswers).nullable(),
      answeredOn: z.string().nullable(),
    }),
  )
  .query(async ({ ctx, input }) => found(await findOfferDoor(ctx.tx, hashToken(input.token)), 'offer.link_not_found'));

/** The company answers, in one click and without an account: the days start again, or the offer ends. */
export const answerStillOpen = procedure('offer.answerStillOpen')
  .input(answerStillOpenSchema)
  .output(z.object({ unchanged: z.boolean() }))
  .mutation(async ({ ctx, input }) => {
    const hash = hashToken(input.token);
    const { offerId, structureId, ...held } = found(await holdOfferDoor(ctx.tx, hash), 'offer.link_not_found');
    const { unchanged } = settle(decide(held, input.answer));
    if (unchanged) return { unchanged };
    await answerByLink(ctx.tx, hash, input.answer);
    await recordAudit(ctx, {
      action: 'offer.answerStillOpen',
      subjectKind: 'offer',
      subjectId: offerId,
      facts: { answer: input.answer, structure: structureId },
    });
    await emit(ctx.tx, { type: 'offer.changed', structureId, subjectId: offerId });
    return { unchanged };
  });
