import { lockLiveCvs } from '@jonction/db/cv/live';
import { cv } from '@jonction/db/cv/tables';
import { lockParticipant } from '@jonction/db/participant/find';
import { confirmAgainSchema } from '@jonction/domain/cv/confirm-again';
import { mayBeCurrent } from '@jonction/domain/cv/live';
import { isDue } from '@jonction/domain/participant/confirmation';
import { inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { writeContact } from '../contact/write.ts';
import { emit } from '../outbox/emit.ts';
import { found, Refuse, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** What a CV says is still true: said today, in one click, while the person is on the telephone. Nothing else of it changes. */
export const confirmAgain = procedure('cv.confirmAgain')
  .input(confirmAgainSchema)
  .output(z.object({ participantId: z.string(), confirmed: z.number() }))
  .mutation(async ({ ctx, input }) => {
    const { participantId, cvId, spoken } = input;
    const { structureId } = found(await lockParticipant(ctx.tx, participantId), 'participant.not_found');
    const live = await lockLiveCvs(ctx.tx, participantId);
    if (live.length === 0) throw new Refuse('cv.none_to_confirm');
    const due = live.filter(({ confirmedOn }) => isDue(confirmedOn, ctx.today));
    const ids = cvId ? [settle(mayBeCurrent(cvId, live))] : (due.length > 0 ? due : live).map(({ id }) => id);
    const { userId } = speaker(ctx);
    await ctx.tx
      .update(cv)
      .set({ confirmedOn: ctx.today, confirmedBy: userId, version: sql`${cv.version} + 1` })
      .where(inArray(cv.id, ids));
    if (spoken) {
      const said = { channel: 'phone', outcome: 'reached', purpose: 'follow_up' } as const;
      await writeContact(ctx, { participantId, structureId, at: new Date(), note: null, positioningId: null, ...said });
    }
    await recordAudit(ctx, {
      action: 'cv.confirmAgain',
      subjectKind: 'participant',
      subjectId: participantId,
      facts: { cvs: ids.length, spoken },
    });
    await emit(ctx.tx, { type: 'cv.confirmed', structureId, subjectId: participantId });
    return { participantId, confirmed: ids.length };
  });
