import { findEmployerAtWork } from '@jonction/db/report/documents';
import { isInOrder, isShortEnough, periodShape, reversed, tooLong } from '@jonction/domain/report/document';
import { z } from 'zod';
import { found, Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { issueDocument, issuedShape } from './document/issue.ts';
import { requireExecuted } from './document/require-executed.ts';

/** What a company did over some months, on all its contracts with the structure: joined to its next bids. No name. */
export const issueAttestation = procedure('report.issueAttestation')
  .input(
    z
      .object({ ...periodShape, employerId: z.uuid().nullish() })
      .refine(isInOrder, reversed)
      .refine(isShortEnough, tooLong),
  )
  .output(issuedShape)
  .mutation(async ({ ctx, input }) => {
    const { role, organisationId } = speaker(ctx).membership;
    const employerId = role === 'employer' ? organisationId : (input.employerId ?? null);
    if (employerId === null) throw new Refuse('report.employer_missing', {}, 'employerId');
    const employerName = found(await findEmployerAtWork(ctx.tx, employerId), 'report.employer_not_found');
    return issueDocument(
      ctx,
      {
        ...input,
        kind: 'attestation',
        audience: 'employer',
        contractId: null,
        employerId,
        employerName,
        participantId: null,
      },
      requireExecuted,
    );
  });
