import { randomInt } from 'node:crypto';
import type { Tx } from '@jonction/db/client';
import { newId } from '@jonction/db/new-id';
import { listCodes, lockRequest } from '@jonction/db/signature/queries';
import { signatureAct, signatureCode } from '@jonction/db/signature/tables';
import { codeMinutes, judgeCode, maySendCode } from '@jonction/domain/signature/code';
import { mayAnswer, refuseSignatureSchema, signSchema } from '@jonction/domain/signature/request';
import { signatureCodeLetter } from '@jonction/messages/signature-letters';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { sha256Of } from '../file/store.ts';
import { writeMessage } from '../message/write.ts';
import { emit } from '../outbox/emit.ts';
import { found, Refuse, settle } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { enterAsSigner, signatureToken } from './by-link.ts';
import { freezeProof } from './freeze-proof.ts';

/** Her own part of an open request, held until the end of what she does. */
async function ownPart(ctx: Context & { tx: Tx }, token: string, action: string) {
  const door = await enterAsSigner(ctx, token, action);
  const request = found(await lockRequest(ctx.tx, door.requestId, ctx.today), 'signature.link_not_found');
  const own = found(request.signers.find(({ id }) => id === door.signerId) ?? null, 'signature.link_not_found');
  settle(mayAnswer(request.state, own.answer));
  return { door, request, own };
}

const datedCode = ({ sentAt, ...code }: Awaited<ReturnType<typeof listCodes>>[number]) => ({
  ...{ ...code, sentAt: new Date(sentAt) },
});

/** A code of six figures, to the address that the document was asked of: kept hashed, a minute apart, five an hour. */
export const sendCode = procedure('signature.sendCode')
  .input(z.object({ token: signatureToken }))
  .output(z.object({ address: z.string(), minutes: z.number() }))
  .mutation(async ({ ctx, input: { token } }) => {
    const { door, request, own } = await ownPart(ctx, token, 'signature.sendCode');
    const now = new Date();
    settle(maySendCode((await listCodes(ctx.tx, own.id)).map(datedCode), now), 'code');
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const id = newId();
    const { structureId } = door;
    await ctx.tx
      .insert(signatureCode)
      .values({ id, signerId: own.id, structureId, codeHash: ctx.seals.hashOfShortCode(id, code), sentAt: now });
    const letter = signatureCodeLetter({ recipientName: own.name, title: request.title, code });
    const about = { kind: 'signature_code', id };
    await writeMessage(ctx.tx, letter, { structureId, to: own.address, toName: own.name, about });
    return { address: own.address, minutes: codeMinutes };
  });

/**
 * Signs: the bytes that she read, her name, her agreement, the code of her address. A wrong code is answered, not refused, so that
 * its try is kept.
 */
export const sign = procedure('signature.sign')
  .input(signSchema.extend({ token: signatureToken }))
  .output(
    z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('signed'), complete: z.boolean() }),
      z.object({ outcome: z.literal('wrong'), left: z.number() }),
      z.object({ outcome: z.literal('over') }),
    ]),
  )
  .mutation(async ({ ctx, input }) => {
    const { door, request, own } = await ownPart(ctx, input.token, 'signature.sign');
    const { requestId, structureId, signerId } = door;
    const bytes = await ctx.files.read(request.fileSha256);
    if (input.sha256 !== request.fileSha256 || sha256Of(bytes) !== request.fileSha256) {
      throw new Refuse('signature.bytes_changed');
    }
    const last = (await listCodes(ctx.tx, own.id)).map(datedCode)[0] ?? null;
    const matches = last !== null && ctx.seals.hashOfShortCode(last.id, input.code) === last.codeHash;
    const verdict = judgeCode(last, matches, new Date());
    if (verdict.kind === 'over' || last === null) return { outcome: 'over' as const };
    if (verdict.kind === 'wrong') {
      await ctx.tx
        .update(signatureCode)
        .set({ tries: last.tries + 1 })
        .where(eq(signatureCode.id, last.id));
      return { outcome: 'wrong' as const, left: verdict.left };
    }
    await ctx.tx.update(signatureCode).set({ usedAt: new Date() }).where(eq(signatureCode.id, last.id));
    await ctx.tx.insert(signatureAct).values({
      ...{ requestId, signerId, structureId, kind: 'signed', typedName: input.name, address: own.address },
      ...{ fileSha256: request.fileSha256, sentence: request.sentence, codeId: last.id, codeSentAt: last.sentAt },
    });
    const complete = await freezeProof(ctx, door);
    if (complete) await emit(ctx.tx, { type: 'signature.ended', structureId, subjectId: requestId });
    return { outcome: 'signed' as const, complete };
  });

/** Says no, with a reason that whoever asked reads. It ends the request: the others' names would be on another document. */
export const refuse = procedure('signature.refuse')
  .input(refuseSignatureSchema.extend({ token: signatureToken }))
  .mutation(async ({ ctx, input: { token, reason } }) => {
    const { door } = await ownPart(ctx, token, 'signature.refuse');
    const { requestId, structureId, signerId } = door;
    await ctx.tx.insert(signatureAct).values({ requestId, signerId, structureId, kind: 'refused', reason });
    await emit(ctx.tx, { type: 'signature.ended', structureId, subjectId: requestId });
  });
