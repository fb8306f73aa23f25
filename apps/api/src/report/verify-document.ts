import { findByCode } from '@jonction/db/report/documents';
import { canonicalJson } from '@jonction/documents/decp/canonical';
import { documentFactsSchema, documentKinds, documentSumSchema } from '@jonction/domain/report/document';
import { parisDayOf } from '@jonction/domain/shared/day';
import { z } from 'zod';
import { procedure } from '../trpc.ts';
import { hashOfCode, plainCode, sha256Of } from './document/seal.ts';

/**
 * Whether a paper is ours, for whoever holds it, without an account: its figures and dates as they were frozen, and whether a later
 * paper took its place. No name of a person, nothing is written, and a wrong code says nothing of any paper.
 */
export const verifyDocument = procedure('report.verifyDocument')
  .input(z.object({ code: z.string().max(80) }))
  .output(
    z.object({
      state: z.enum(['valid', 'replaced', 'unknown']),
      document: z
        .object({
          kind: z.enum(documentKinds),
          structureName: z.string(),
          contract: z.object({ reference: z.string(), object: z.string(), buyerName: z.string() }).nullable(),
          employerName: z.string().nullable(),
          fromMonth: z.string(),
          toMonth: z.string(),
          knownOn: z.string(),
          issuedOn: z.string(),
          replacedOn: z.string().nullable(),
          sum: documentSumSchema,
        })
        .nullable(),
    }),
  )
  .query(async ({ ctx, input }) => {
    const unknown = { state: 'unknown' as const, document: null };
    const row = await findByCode(ctx.tx, hashOfCode(input.code));
    if (!row) return unknown;
    const facts = documentFactsSchema.parse(row.facts);
    const factsSha256 = sha256Of(canonicalJson(facts));
    // Figures that somebody changed in the base are not ours any more.
    if (plainCode(ctx.seals.codeOf(row.id, factsSha256)) !== plainCode(input.code)) return unknown;
    const { contract, employer, kind, fromMonth, toMonth, knownOn, sum, structure } = facts;
    return {
      state: row.replacedAt === null ? ('valid' as const) : ('replaced' as const),
      document: {
        kind,
        structureName: structure.name,
        contract: contract && { reference: contract.reference, object: contract.object, buyerName: contract.buyerName },
        employerName: employer?.name ?? null,
        fromMonth,
        toMonth,
        knownOn,
        issuedOn: parisDayOf(row.issuedAt),
        replacedOn: row.replacedAt === null ? null : parisDayOf(row.replacedAt),
        sum,
      },
    };
  });
