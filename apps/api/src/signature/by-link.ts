import { speakAs, type Tx } from '@jonction/db/client';
import { findOwnSigner, findRequest, findSignatureDoor, type SignatureDoor } from '@jonction/db/signature/queries';
import { signatureAct } from '@jonction/db/signature/tables';
import { signatureStates } from '@jonction/domain/signature/states';
import { z } from 'zod';
import { hashToken } from '../access/token.ts';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { forNameOf, writeToSigner } from './write-letter.ts';

export const signatureToken = z.string().min(20).max(100);

/** The door of a letter's link, and what is done behind it logged; whoever holds it speaks for one person, of one document. */
export async function enterAsSigner(
  ctx: Context & { tx: Tx },
  token: string,
  action: string | null,
): Promise<SignatureDoor> {
  const door = found(await findSignatureDoor(ctx.tx, hashToken(token)), 'signature.link_not_found');
  if (action !== null) {
    await recordAudit(ctx, {
      action,
      subjectKind: 'signature_request',
      subjectId: door.requestId,
      facts: { structure: door.structureId, signer: door.signerId },
    });
  }
  await speakAs(ctx.tx, { kind: 'signer', signerId: door.signerId });
  return door;
}

/** The page of a letter: who writes. Says nothing of the document and changes nothing: scanners follow links. */
export const describeLink = procedure('signature.describeLink')
  .input(z.object({ token: signatureToken }))
  .output(z.object({ forName: z.string(), askedByName: z.string(), phone: z.string().nullable() }))
  .query(async ({ ctx, input: { token } }) => {
    const door = found(await findSignatureDoor(ctx.tx, hashToken(token)), 'signature.link_not_found');
    const phone = door.side === 'team' ? door.structurePhone : null;
    return { forName: forNameOf(door), askedByName: door.askedByName, phone };
  });

/** The document behind the button, and where it stands; the first opening is on record. */
export const openLink = procedure('signature.openLink')
  .input(z.object({ token: signatureToken }))
  .output(
    z.object({
      title: z.string(),
      note: z.string().nullable(),
      fileName: z.string(),
      sha256: z.string(),
      sizeBytes: z.number(),
      pages: z.number(),
      sentence: z.string(),
      expiresOn: z.string(),
      state: z.enum(signatureStates),
      /** Why whoever asked took it back. */
      endReason: z.string().nullable(),
      proofCode: z.string().nullable(),
      own: z.object({
        name: z.string(),
        /** As much of it as she needs to know where to look. */
        address: z.string(),
        answer: z.enum(['signed', 'refused']).nullable(),
        answeredAt: z.string().nullable(),
      }),
      others: z.array(
        z.object({
          name: z.string(),
          quality: z.string().nullable(),
          answer: z.enum(['signed', 'refused']).nullable(),
        }),
      ),
    }),
  )
  .mutation(async ({ ctx, input: { token } }) => {
    const { signerId, requestId, structureId } = await enterAsSigner(ctx, token, 'signature.openLink');
    const request = found(await findRequest(ctx.tx, requestId, ctx.today), 'signature.link_not_found');
    const own = found(request.signers.find(({ id }) => id === signerId) ?? null, 'signature.link_not_found');
    if (own.openedAt === null) {
      await ctx.tx.insert(signatureAct).values({ requestId, signerId, structureId, kind: 'opened' });
    }
    const { end, proof, fileSha256: sha256, signers, ...rest } = request;
    return {
      ...{ ...rest, sha256, own, endReason: end?.reason ?? null },
      proofCode: proof && ctx.seals.codeOf(requestId, proof.factsSha256),
      others: signers.filter(({ id }) => id !== signerId),
    };
  });

/** Somebody who is named and has an account: the door of her own document, without waiting for a letter. */
export const enter = procedure('signature.enter')
  .input(z.object({ signerId: z.uuid() }))
  .output(z.object({ token: z.string() }))
  .mutation(async ({ ctx, input: { signerId } }) => {
    const signer = found(await findOwnSigner(ctx.tx, signerId), 'signature.not_found');
    const request = { id: signer.requestId, structureId: signer.structureId };
    const token = await writeToSigner(ctx.tx, request, {
      ...{ signer, news: 'account', letterOf: () => null, sentBy: null, publicUrl: ctx.publicUrl },
    });
    await recordAudit(ctx, { action: 'signature.enter', subjectKind: 'signature_request', subjectId: request.id });
    return { token };
  });
