import type { Tx } from '@jonction/db/client';
import { findRequest, type SignatureDoor } from '@jonction/db/signature/queries';
import { signatureProof } from '@jonction/db/signature/tables';
import { canonicalJson } from '@jonction/documents/decp/canonical';
import { proofFactsSchema } from '@jonction/domain/signature/proof';
import type { Context } from '../context.ts';
import { found } from '../refuse.ts';
import { hashOfCode, sha256Of } from '../report/document/seal.ts';

/** With the last signature, freezes what proves all of them; false while somebody has still to sign. */
export async function freezeProof(ctx: Context & { tx: Tx }, door: SignatureDoor): Promise<boolean> {
  const { requestId, structureId, structureName, employerName, askedByName } = door;
  const request = found(await findRequest(ctx.tx, requestId, ctx.today), 'signature.link_not_found');
  if (request.state !== 'complete') return false;
  const facts = proofFactsSchema.parse({
    ...{ requestId, structureName, employerName, askedByName },
    ...{ title: request.title, fileName: request.fileName, sha256: request.fileSha256, sizeBytes: request.sizeBytes },
    ...{ pages: request.pages, sentence: request.sentence, side: request.side, askedAt: request.askedAt },
    signers: request.signers.map(({ name, typedName, quality, address, openedAt, codeSentAt, answeredAt }) => ({
      ...{ name, typedName, quality, address, openedAt, codeSentAt, signedAt: answeredAt },
    })),
  });
  const factsSha256 = sha256Of(canonicalJson(facts));
  const codeHash = hashOfCode(ctx.seals.codeOf(requestId, factsSha256));
  await ctx.tx.insert(signatureProof).values({ requestId, structureId, facts, factsSha256, codeHash });
  return true;
}
