import { isInOrder, isShortEnough, periodShape, reversed, tooLong } from '@jonction/domain/report/document';
import { z } from 'zod';
import { procedure } from '../trpc.ts';
import { issueDocument, issuedShape } from './document/issue.ts';
import { requireExecuted } from './document/require-executed.ts';

/** The hours of a contract executed over some months, certified by the team for its buyer. No name. */
export const issueCertificate = procedure('report.issueCertificate')
  .input(
    z
      .object({ ...periodShape, contractId: z.uuid() })
      .refine(isInOrder, reversed)
      .refine(isShortEnough, tooLong),
  )
  .output(issuedShape)
  .mutation(({ ctx, input }) =>
    issueDocument(
      ctx,
      { ...input, kind: 'certificate', audience: 'buyer', employerId: null, employerName: null, participantId: null },
      requireExecuted,
    ),
  );
