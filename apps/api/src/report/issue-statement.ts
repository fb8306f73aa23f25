import { findEmployerAtWork } from '@jonction/db/report/documents';
import {
  documentAudiences,
  isInOrder,
  isShortEnough,
  periodShape,
  reversed,
  tooLong,
} from '@jonction/domain/report/document';
import { z } from 'zod';
import { found, Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { issueDocument, issuedShape } from './document/issue.ts';

/**
 * The statement of a contract over some months. The team chooses whom it is for; a buyer gets its own, without names, and a company
 * its own part, whatever they ask.
 */
export const issueStatement = procedure('report.issueStatement')
  .input(
    z
      .object({
        ...periodShape,
        contractId: z.uuid(),
        audience: z.enum(documentAudiences).exclude(['participant']).default('team'),
        employerId: z.uuid().nullish(),
      })
      .refine(isInOrder, reversed)
      .refine(isShortEnough, tooLong),
  )
  .output(issuedShape)
  .mutation(async ({ ctx, input }) => {
    const { role, organisationId } = speaker(ctx).membership;
    const audience = role === 'buyer' || role === 'employer' ? role : input.audience;
    const asked = role === 'employer' ? organisationId : (input.employerId ?? null);
    if (audience === 'employer' && asked === null) throw new Refuse('report.employer_missing', {}, 'employerId');
    const employerId = audience === 'employer' ? asked : null;
    const employerName =
      employerId === null ? null : found(await findEmployerAtWork(ctx.tx, employerId), 'report.employer_not_found');
    return issueDocument(ctx, { ...input, kind: 'statement', audience, employerId, employerName, participantId: null });
  });
