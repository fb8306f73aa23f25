import type { Tx } from '@jonction/db/client';
import { findFile } from '@jonction/db/file/queries';
import { newId } from '@jonction/db/new-id';
import { findOrganisation } from '@jonction/db/organisation/queries';
import { lockLine } from '@jonction/db/paper/queries';
import { mayAskSignature } from '@jonction/db/signature/queries';
import { signatureRequest, signatureSigner } from '@jonction/db/signature/tables';
import { checkPaperInWorker } from '@jonction/documents/paper/check-in-worker';
import { mayBring } from '@jonction/domain/paper/asked';
import { translate } from '@jonction/domain/shared/words';
import { askSignatureSchema, lastDayOf } from '@jonction/domain/signature/request';
import { signatureWords } from '@jonction/domain/signature/words';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { sha256Of } from '../file/store.ts';
import { found, Refuse, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { keepSubject } from './subject.ts';
import { askToSign } from './write-letter.ts';

/**
 * A document that named people are asked to sign: its bytes are fixed here, each of them gets a link by mail at once. The team asks
 * for any paper, a company for its own. Refused: what is not a PDF, somebody else's file, a day too near or too far.
 */
export const ask = procedure('signature.ask')
  .input(askSignatureSchema)
  .output(z.object({ requestId: z.string(), pages: z.number(), letters: z.number() }))
  .mutation(async ({ ctx, input }) => {
    const { userId, name, membership } = speaker(ctx);
    const { structureId } = membership;
    const side = membership.role === 'employer' ? ('company' as const) : ('team' as const);
    const line = input.itemId ? found(await lockLine(ctx.tx, input.itemId, ctx.today), 'paper.not_found') : null;
    if (line) settle(mayBring(line.state));
    const made = await keepSubject(ctx, input);
    const about = line?.employerId ?? made?.employerId ?? input.employerId ?? null;
    const employerId = side === 'company' ? membership.organisationId : about;
    const employerName = await companyName(ctx.tx, employerId);
    const structure = found(await findOrganisation(ctx.tx, structureId), 'organisation.not_found');
    const expiresOn = settle(lastDayOf(input.expiresOn ?? null, ctx.today), 'expiresOn');
    const { file, pages } = await readDocument(ctx, {
      ...{
        fileId: found(made?.fileId ?? input.fileId ?? undefined, 'file.not_found'),
        itemId: line?.id ?? null,
        employerId,
      },
    });
    const id = newId();
    const { title, note, transferId = null, documentId = null } = input;
    const sentence = translate(signatureWords, 'fr', 'signature.sentence', {
      ...{ value: title, count: pages, sha: file.sha256 },
    });
    const request = { id, structureId, employerId, side, title, note, expiresOn };
    await ctx.tx.insert(signatureRequest).values({
      ...request,
      ...{
        itemId: line?.id ?? null,
        transferId,
        documentId,
        fileId: file.id,
        fileSha256: file.sha256,
        pages,
        sentence,
        askedBy: userId,
      },
    });
    const signers = input.signers.map((signer, at) => ({
      id: newId(),
      requestId: id,
      structureId,
      ordinal: at,
      ...signer,
    }));
    await ctx.tx.insert(signatureSigner).values(signers);
    const letter = {
      ...{ ...request, employerName, askedByName: name },
      ...{ structureName: structure.name, structurePhone: structure.phone },
    };
    for (const signer of signers) {
      await askToSign(ctx.tx, letter, signer, { sentBy: userId, publicUrl: ctx.publicUrl, reminded: false });
    }
    await recordAudit(ctx, {
      action: 'signature.ask',
      subjectKind: 'signature_request',
      subjectId: id,
      facts: { signers: signers.length, sha256: file.sha256 },
    });
    return { requestId: id, pages, letters: signers.length };
  });

async function companyName(tx: Tx, employerId: string | null): Promise<string | null> {
  if (employerId === null) return null;
  const body = found(await findOrganisation(tx, employerId), 'organisation.not_found');
  if (body.kind !== 'employer') throw new Refuse('organisation.not_found', {}, 'employerId');
  return body.name;
}

/** The PDF to sign, read again: its bytes are those that were kept, and its pages are counted. */
async function readDocument(
  ctx: Context & { tx: Tx },
  given: { fileId: string; itemId: string | null; employerId: string | null },
) {
  const file = found(await findFile(ctx.tx, given.fileId, 'paper'), 'file.not_found');
  if (!(await mayAskSignature(ctx.tx, { ...given, sha256: file.sha256 })))
    throw new Refuse('file.not_found', {}, 'fileId');
  if (file.media !== 'application/pdf') throw new Refuse('signature.not_pdf', {}, 'file');
  const bytes = await ctx.files.read(file.sha256);
  if (sha256Of(bytes) !== file.sha256) throw new Refuse('signature.bytes_changed', {}, 'file');
  const { pages } = settle(await checkPaperInWorker(bytes, 'pdf', file.name), 'file');
  return { file, pages };
}
