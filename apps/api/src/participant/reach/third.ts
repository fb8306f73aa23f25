import { lockParticipant } from '@jonction/db/participant/find';
import { keepThird, removeThird as removeInBase } from '@jonction/db/participant/reach';
import { mayKeepThird, saveThirdSchema } from '@jonction/domain/participant/reach';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { found, Refuse, settle } from '../../refuse.ts';
import { speaker } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';

/** Somebody to go through, with the person's agreement: how and on which day. Without it nothing is kept. */
export const saveThird = procedure('participant.saveThird')
  .input(saveThirdSchema)
  .mutation(async ({ ctx, input }) => {
    const { participantId } = input;
    const { structureId } = found(await lockParticipant(ctx.tx, participantId), 'participant.not_found');
    settle(mayKeepThird(input.agreedOn, ctx.today), 'agreedOn');
    await keepThird(ctx.tx, { ...input, structureId, recordedBy: speaker(ctx).userId });
    await recordAudit(ctx, {
      action: 'participant.saveThird',
      subjectKind: 'participant',
      subjectId: participantId,
      facts: { relation: input.relation, agreedOn: input.agreedOn },
    });
  });

/** She takes her agreement back, or nobody is there any more: the row goes, and with it the number. */
export const removeThird = procedure('participant.removeThird')
  .input(z.object({ participantId: z.uuid() }))
  .mutation(async ({ ctx, input: { participantId } }) => {
    found(await lockParticipant(ctx.tx, participantId), 'participant.not_found');
    if (!(await removeInBase(ctx.tx, participantId))) throw new Refuse('participant.third_absent');
    await recordAudit(ctx, { action: 'participant.removeThird', subjectKind: 'participant', subjectId: participantId });
  });
