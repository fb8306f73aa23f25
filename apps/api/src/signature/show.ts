import { findRequest } from '@jonction/db/signature/queries';
import { z } from 'zod';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { requestShape } from './list.ts';

const signerShape = z.object({
  id: z.string(),
  name: z.string(),
  quality: z.string().nullable(),
  address: z.string(),
  letters: z.number(),
  lastLetterOn: z.string().nullable(),
  openedAt: z.string().nullable(),
  answer: z.enum(['signed', 'refused']).nullable(),
  answeredAt: z.string().nullable(),
  reason: z.string().nullable(),
});

/** One request: the document, everybody who is named and what each did, the proof once there is one. */
export const show = procedure('signature.show')
  .input(z.object({ requestId: z.uuid() }))
  .output(
    requestShape.extend({
      note: z.string().nullable(),
      fileId: z.string(),
      fileName: z.string(),
      fileSha256: z.string(),
      sizeBytes: z.number(),
      pages: z.number(),
      sentence: z.string(),
      /** Whether whoever asks may remind and withdraw. */
      mayChange: z.boolean(),
      end: z.object({ at: z.string(), reason: z.string() }).nullable(),
      /** Printed on the proof: the address that checks it ends so. */
      proofCode: z.string().nullable(),
      signers: z.array(signerShape),
    }),
  )
  .query(async ({ ctx, input: { requestId } }) => {
    const request = found(await findRequest(ctx.tx, requestId, ctx.today), 'signature.not_found');
    const { proof } = request;
    return { ...request, proofCode: proof && ctx.seals.codeOf(requestId, proof.factsSha256) };
  });
