import { listPeopleToTell } from '@jonction/db/participant/errands';
import { lockParticipant } from '@jonction/db/participant/find';
import { participantErrand } from '@jonction/db/participant/reach-tables';
import { settleErrandsSchema, settleErrands as settleThem } from '@jonction/domain/participant/errand';
import { inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { writeContact } from '../../contact/write.ts';
import { found, settle } from '../../refuse.ts';
import { speaker } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';
import { reachOf } from './tell.ts';

/**
 * How a call, a text or a letter ended, in one click: kept among what was said with her. Told, all that waited for her is done; a
 * try leaves it and counts.
 */
export const settleErrands = procedure('participant.settleErrands')
  .input(settleErrandsSchema)
  .output(z.object({ told: z.boolean(), errands: z.number() }))
  .mutation(async ({ ctx, input }) => {
    const { participantId, outcome, note } = input;
    const { structureId } = found(await lockParticipant(ctx.tx, participantId), 'participant.not_found');
    const [person] = await listPeopleToTell(ctx.tx, ctx.today, participantId);
    const errands = person?.errands ?? [];
    const { channel } = person ? reachOf(person, ctx) : { channel: 'phone' as const };
    const told = settle(settleThem(errands.length, channel, outcome), 'outcome');
    const now = new Date();
    await writeContact(ctx, {
      participantId,
      structureId,
      at: now,
      // Somebody else's voice is a call as well; whoever was met or called says so on the telephone.
      channel: channel === 'third' || outcome === 'reached' ? 'phone' : channel,
      outcome,
      purpose: errands.some(({ kind }) => kind.startsWith('meeting')) ? 'preparation' : 'offer',
      note: note || null,
      positioningId: null,
    });
    await ctx.tx
      .update(participantErrand)
      .set(
        told
          ? { doneAt: now, doneBy: speaker(ctx).userId, doneChannel: channel }
          : { tries: sql`${participantErrand.tries} + 1`, lastTryAt: now },
      )
      .where(
        inArray(
          participantErrand.id,
          errands.map(({ id }) => id),
        ),
      );
    return { told, errands: errands.length };
  });
