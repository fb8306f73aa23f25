import { findProofByCode } from '@jonction/db/signature/queries';
import { canonicalJson } from '@jonction/documents/decp/canonical';
import { initialsOf, proofFactsSchema } from '@jonction/domain/signature/proof';
import { z } from 'zod';
import { hashOfCode, plainCode, sha256Of } from '../report/document/seal.ts';
import { procedure } from '../trpc.ts';
import { forNameOf } from './write-letter.ts';

/**
 * Whether a proof of signature is ours, for whoever holds it: the hash of what was signed, when, and the initials of whom. A wrong
 * code says nothing of any document, and facts that were changed in the base are no longer ours.
 */
export const verify = procedure('signature.verify')
  .input(z.object({ code: z.string().max(80) }))
  .output(
    z.object({
      proof: z
        .object({
          title: z.string(),
          sha256: z.string(),
          pages: z.number(),
          sizeBytes: z.number(),
          forName: z.string(),
          issuedAt: z.string(),
          signers: z.array(z.object({ initials: z.string(), quality: z.string().nullable(), signedAt: z.string() })),
        })
        .nullable(),
    }),
  )
  .query(async ({ ctx, input: { code } }) => {
    const row = await findProofByCode(ctx.tx, hashOfCode(code));
    if (!row) return { proof: null };
    const facts = proofFactsSchema.parse(row.facts);
    const expected = ctx.seals.codeOf(row.requestId, sha256Of(canonicalJson(facts)));
    if (plainCode(expected) !== plainCode(code)) return { proof: null };
    const { title, sha256, pages, sizeBytes } = facts;
    const signers = facts.signers.map(({ name, quality, signedAt }) => ({
      ...{ initials: initialsOf(name), quality, signedAt },
    }));
    return { proof: { title, sha256, pages, sizeBytes, forName: forNameOf(facts), issuedAt: row.issuedAt, signers } };
  });
