import type { Tx } from '@jonction/db/client';
import { listPeopleOf, listTransfers } from '@jonction/db/contract/consortium';
import { clause, contract, lot } from '@jonction/db/contract/tables';
import { holdBytes } from '@jonction/db/file/erase';
import { storedFile } from '@jonction/db/file/tables';
import { newId } from '@jonction/db/new-id';
import { findOrganisation } from '@jonction/db/organisation/queries';
import { layOutTransfer } from '@jonction/documents/papers/lay-out-transfer';
import { printPdf } from '@jonction/documents/printed/print';
import type { Printed } from '@jonction/documents/printed/printed';
import { stateOf } from '@jonction/domain/contract/transfer';
import { documentWords } from '@jonction/domain/report/document-words';
import { parisDayOf } from '@jonction/domain/shared/day';
import { formatMonth } from '@jonction/domain/shared/typography';
import { translate } from '@jonction/domain/shared/words';
import { signatureSubjectSchema } from '@jonction/domain/signature/request';
import { signatureWords } from '@jonction/domain/signature/words';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { sha256Of } from '../file/store.ts';
import { found, Refuse } from '../refuse.ts';
import { printDocument } from '../report/document/print-document.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

interface Subject {
  title: string;
  /** Plain letters, without its ending. */
  name: string;
  printed: Printed;
  at: Date;
  /** The company whose own paper it is, where it is of one. */
  employerId: string | null;
  companyIds: readonly string[];
}

type Asked = { transferId?: string | null | undefined; documentId?: string | null | undefined };

/** What the product itself gives to sign, as whoever asks may read it; null where a file was brought. */
async function findSubject(ctx: Context & { tx: Tx }, { transferId, documentId }: Asked): Promise<Subject | null> {
  if (transferId) return findTransfer(ctx, transferId);
  return documentId ? findPaper(ctx, documentId) : null;
}

async function findTransfer(ctx: Context & { tx: Tx }, transferId: string): Promise<Subject> {
  const [row] = await listTransfers(ctx.tx, { transferId });
  const transfer = found(row, 'contract.transfer_not_found');
  if (!['waiting', 'signed'].includes(stateOf(transfer))) throw new Refuse('signature.transfer_over');
  const [of] = await ctx.tx
    .select({ reference: contract.reference, object: contract.object, lotNumber: lot.number })
    .from(clause)
    .innerJoin(contract, eq(contract.id, clause.contractId))
    .innerJoin(lot, eq(lot.id, clause.lotId))
    .where(eq(clause.id, transfer.clauseId));
  const structure = found(await findOrganisation(ctx.tx, transfer.structureId), 'organisation.not_found');
  const { sellerName, purchaserName, centihours } = transfer;
  const at = new Date(transfer.proposedAt);
  const facts = { seller: sellerName, purchaser: purchaserName, centihours };
  return {
    title: translate(signatureWords, 'fr', 'signature.title_transfer', facts).slice(0, 200),
    ...{ name: 'transfert-heures', at, employerId: null, companyIds: [transfer.sellerId, transfer.purchaserId] },
    printed: layOutTransfer(
      {
        ...transfer,
        ...{
          structureName: structure.name,
          contract: found(of, 'contract.clause_not_found'),
          proposedOn: parisDayOf(at),
        },
      },
      'fr',
    ),
  };
}

async function findPaper(ctx: Context & { tx: Tx }, documentId: string): Promise<Subject> {
  const made = found((await printDocument(ctx, documentId)) ?? undefined, 'report.document_not_found');
  const { facts, audience, employerId, name, printed, issuedAt: at } = made;
  // What the team keeps to itself names people; so does a person's own record.
  if (audience !== 'buyer' && audience !== 'employer') throw new Refuse('signature.names_people');
  const kind = translate(documentWords, 'fr', `report.kind.${facts.kind}`);
  const months = [...new Set([facts.fromMonth, facts.toMonth])].map((month) => formatMonth(month, 'fr'));
  const about = facts.contract ? `${facts.contract.object}, ` : '';
  const title = `${kind} : ${about}${months.join(' - ')}`.slice(0, 200);
  return { title, name, printed, at, employerId, companyIds: employerId ? [employerId] : [] };
}

/** The PDF of what the product gives to sign, kept as a paper of whoever asks: the same bytes each time. */
export async function keepSubject(ctx: Context & { tx: Tx }, asked: Asked) {
  const subject = await findSubject(ctx, asked);
  if (!subject) return null;
  const bytes = new Uint8Array(await printPdf(subject.printed, subject.at));
  const { userId, membership } = speaker(ctx);
  const [id, sha256] = [newId(), sha256Of(bytes)];
  await holdBytes(ctx.tx, sha256);
  await ctx.tx.insert(storedFile).values({
    ...{ id, structureId: membership.structureId, organisationId: membership.organisationId, uploadedBy: userId },
    ...{ sha256, sizeBytes: bytes.byteLength, media: 'application/pdf', name: `${subject.name}.pdf`, purpose: 'paper' },
    unread: false,
  });
  await ctx.files.keep(bytes);
  return { fileId: id, employerId: subject.employerId };
}

/** What a form that asks for signatures begins with: the name of what is signed, and the managers of the companies that it binds. */
export const prepare = procedure('signature.prepare')
  .input(signatureSubjectSchema)
  .output(
    z.object({
      title: z.string(),
      people: z.array(z.object({ name: z.string(), quality: z.string().nullable(), address: z.string() })),
    }),
  )
  .query(async ({ ctx, input }) => {
    const subject = found((await findSubject(ctx, input)) ?? undefined, 'signature.not_found');
    const { structureId } = speaker(ctx).membership;
    const people: { name: string; quality: string | null; address: string }[] = [];
    for (const id of subject.companyIds) {
      const company = await findOrganisation(ctx.tx, id);
      const [manager] = await listPeopleOf(ctx.tx, id, structureId);
      if (manager) people.push({ name: manager.name, quality: company?.name ?? null, address: manager.email });
    }
    return { title: subject.title, people };
  });
