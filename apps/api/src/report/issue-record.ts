import { findParticipant } from '@jonction/db/participant/find';
import { isInOrder, isShortEnough, periodShape, reversed, tooLong } from '@jonction/domain/report/document';
import { z } from 'zod';
import { found, Refuse } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { issueDocument, issuedShape } from './document/issue.ts';

/** Her hours over some months ("relevé d'heures d'insertion"): a person's own, from her page, or by the team for her. */
export const issueRecord = procedure('report.issueRecord')
  .input(
    z
      .object({ ...periodShape, participantId: z.uuid().nullish() })
      .refine(isInOrder, reversed)
      .refine(isShortEnough, tooLong),
  )
  .output(issuedShape)
  .mutation(async ({ ctx, input }) => {
    const participantId = ctx.actor.kind === 'participant' ? ctx.actor.participantId : (input.participantId ?? null);
    if (participantId === null) throw new Refuse('report.participant_not_found');
    found(await findParticipant(ctx.tx, participantId), 'report.participant_not_found');
    return issueDocument(ctx, {
      ...input,
      kind: 'record',
      audience: 'participant',
      contractId: null,
      employerId: null,
      employerName: null,
      participantId,
    });
  });
