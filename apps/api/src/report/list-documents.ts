import { listDocuments as readDocuments } from '@jonction/db/report/documents';
import { listSignaturesOf } from '@jonction/db/signature/queries';
import { documentAudiences, documentKinds } from '@jonction/domain/report/document';
import { z } from 'zod';
import { signatureOfShape } from '../signature/shapes.ts';
import { procedure } from '../trpc.ts';

/** Papers already issued, of a contract, of a company, of a person: those that whoever asks may read. */
export const listDocuments = procedure('report.listDocuments')
  .input(
    z.object({
      contractId: z.uuid().optional(),
      employerId: z.uuid().optional(),
      participantId: z.uuid().optional(),
      page: z.number().int().min(1).default(1),
      pageSize: z.number().int().min(1).max(200).default(20),
    }),
  )
  .output(
    z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          kind: z.enum(documentKinds),
          audience: z.enum(documentAudiences),
          contractNumber: z.number().nullable(),
          contractObject: z.string().nullable(),
          employerName: z.string().nullable(),
          fromMonth: z.string(),
          toMonth: z.string(),
          knownOn: z.string(),
          issuedAt: z.date(),
          issuedByName: z.string().nullable(),
          validated: z.number(),
          declared: z.number(),
          replaced: z.boolean(),
          /** Those who were asked to sign it, where somebody was. */
          signature: signatureOfShape.nullable(),
        }),
      ),
      total: z.number(),
    }),
  )
  .query(async ({ ctx, input: { contractId, employerId, participantId, ...page } }) => {
    const { rows, total } = await readDocuments(ctx.tx, {
      ...page,
      ...(contractId ? { contractId } : {}),
      ...(employerId ? { employerId } : {}),
      ...(participantId ? { participantId } : {}),
    });
    const ids = rows.map(({ id }) => id);
    const signatures = await listSignaturesOf(ctx.tx, 'document', ids, ctx.today);
    return { rows: rows.map((row) => ({ ...row, signature: signatures.get(row.id) ?? null })), total };
  });
