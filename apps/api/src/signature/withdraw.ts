import { listAwaitedSigners, lockRequest } from '@jonction/db/signature/queries';
import { signatureAct } from '@jonction/db/signature/tables';
import { mayRemind } from '@jonction/domain/hours/late';
import { mayWithdraw, refuseSignatureSchema } from '@jonction/domain/signature/request';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { found, Refuse, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { askToSign } from './write-letter.ts';

/** Whoever asked takes it back, with a reason that those who were named read. */
export const withdraw = procedure('signature.withdraw')
  .input(refuseSignatureSchema.extend({ requestId: z.uuid() }))
  .mutation(async ({ ctx, input: { requestId, reason } }) => {
    const request = found(await lockRequest(ctx.tx, requestId, ctx.today), 'signature.not_found');
    if (!request.mayChange) throw new Refuse('signature.not_found');
    settle(mayWithdraw(request.state));
    const { structureId } = request;
    const { userId: doneBy } = speaker(ctx);
    await ctx.tx.insert(signatureAct).values({ requestId, structureId, kind: 'withdrawn', reason, doneBy });
    await recordAudit(ctx, { action: 'signature.withdraw', subjectKind: 'signature_request', subjectId: requestId });
    await emit(ctx.tx, { type: 'signature.ended', structureId, subjectId: requestId });
  });

/** One click: a letter to everybody who has not answered. The three days of an address hold for each of them. */
export const remind = procedure('signature.remind')
  .input(z.object({ requestId: z.uuid() }))
  .output(z.object({ letters: z.number() }))
  .mutation(async ({ ctx, input: { requestId } }) => {
    const request = found(await lockRequest(ctx.tx, requestId, ctx.today), 'signature.not_found');
    if (!request.mayChange) throw new Refuse('signature.not_found');
    const { userId, name } = speaker(ctx);
    const awaited = await listAwaitedSigners(ctx.tx, ctx.today, requestId);
    if (awaited.length === 0) throw new Refuse('signature.nobody_to_remind');
    const decided = awaited.map((row) => ({ signerId: row.signerId, may: mayRemind(row, ctx.today) }));
    // Where nobody may be written to, the first reason is told.
    if (decided[0] && decided.every(({ may }) => !may.ok)) settle(decided[0].may);
    let letters = 0;
    for (const { signerId, may } of decided) {
      const signer = request.signers.find(({ id }) => id === signerId);
      if (!signer || !may.ok) continue;
      const given = { sentBy: userId, publicUrl: ctx.publicUrl, reminded: true };
      await askToSign(ctx.tx, { ...request, askedByName: request.askedByName ?? name }, signer, given);
      letters += 1;
    }
    await recordAudit(ctx, { action: 'signature.remind', subjectKind: 'signature_request', subjectId: requestId });
    return { letters };
  });
