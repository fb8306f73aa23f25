import type { DocumentAudience, DocumentKind } from '@jonction/domain/report/document';
import type { Day } from '@jonction/domain/shared/day';
import { and, desc, eq, sql } from 'drizzle-orm';
import { user } from '../access/tables.ts';
import type { Tx } from '../client.ts';
import { organisation } from '../organisation/tables.ts';
import { placement } from '../placement/tables.ts';
import { rowsOf } from '../shared/rows.ts';
import { issuedDocument } from './document-tables.ts';

export type NewDocument = Omit<typeof issuedDocument.$inferInsert, 'issuedAt'>;

/** Keeps an issued paper; answers when. */
export async function insertDocument(tx: Tx, row: NewDocument): Promise<Date> {
  const [kept] = await tx.insert(issuedDocument).values(row).returning({ issuedAt: issuedDocument.issuedAt });
  if (!kept) throw new Error('the document was not kept');
  return kept.issuedAt;
}

/** The paper of that scope with exactly these figures, where it was issued before. */
export async function findSameDocument(tx: Tx, structureId: string, scope: string, factsSha256: string) {
  const [row] = await tx
    .select({ id: issuedDocument.id })
    .from(issuedDocument)
    .where(
      and(
        eq(issuedDocument.structureId, structureId),
        eq(issuedDocument.scope, scope),
        eq(issuedDocument.factsSha256, factsSha256),
      ),
    );
  return row?.id ?? null;
}

export async function findDocument(tx: Tx, id: string) {
  const [row] = await tx.select().from(issuedDocument).where(eq(issuedDocument.id, id));
  return row ?? null;
}

export interface DocumentFilter {
  contractId?: string;
  employerId?: string;
  participantId?: string;
  page: number;
  pageSize: number;
}

export interface DocumentRow {
  id: string;
  kind: DocumentKind;
  audience: DocumentAudience;
  contractNumber: number | null;
  contractObject: string | null;
  employerName: string | null;
  fromMonth: string;
  toMonth: string;
  knownOn: Day;
  issuedAt: Date;
  /** Null where the reader knows no user: a person on her own page. */
  issuedByName: string | null;
  validated: number;
  declared: number;
  replaced: boolean;
}

/** Issued papers that the actor may read, the latest first. Two statements. */
export async function listDocuments(tx: Tx, filter: DocumentFilter): Promise<{ rows: DocumentRow[]; total: number }> {
  const where = and(
    filter.contractId ? eq(issuedDocument.contractId, filter.contractId) : undefined,
    filter.employerId ? eq(issuedDocument.employerId, filter.employerId) : undefined,
    filter.participantId ? eq(issuedDocument.participantId, filter.participantId) : undefined,
  );
  const rows = await tx
    .select({
      id: issuedDocument.id,
      kind: issuedDocument.kind,
      audience: issuedDocument.audience,
      contractNumber: sql<number | null>`(${issuedDocument.facts} #>> '{contract,number}')::int`,
      contractObject: sql<string | null>`${issuedDocument.facts} #>> '{contract,object}'`,
      employerName: sql<string | null>`${issuedDocument.facts} #>> '{employer,name}'`,
      fromMonth: sql<string>`to_char(${issuedDocument.fromMonth}, 'YYYY-MM')`,
      toMonth: sql<string>`to_char(${issuedDocument.toMonth}, 'YYYY-MM')`,
      knownOn: issuedDocument.knownOn,
      issuedAt: issuedDocument.issuedAt,
      issuedByName: user.name,
      validated: sql<number>`(${issuedDocument.facts} #>> '{sum,validated}')::int`,
      declared: sql<number>`(${issuedDocument.facts} #>> '{sum,declared}')::int`,
      replaced: sql<boolean>`exists (select 1 from issued_document n where n.structure_id = ${issuedDocument.structureId}
        and n.scope = ${issuedDocument.scope} and n.known_at > ${issuedDocument.knownAt})`,
    })
    .from(issuedDocument)
    .leftJoin(user, eq(user.id, issuedDocument.issuedBy))
    .where(where)
    .orderBy(desc(issuedDocument.issuedAt), desc(issuedDocument.id))
    .limit(filter.pageSize)
    .offset((filter.page - 1) * filter.pageSize);
  const [count] = await tx.select({ total: sql<number>`count(*)::int` }).from(issuedDocument).where(where);
  return { rows, total: count?.total ?? 0 };
}

export interface FoundDocument {
  id: string;
  facts: unknown;
  factsSha256: string;
  issuedAt: Date;
  replacedAt: Date | null;
}

/** A paper by the hash of its printed code, whoever asks. */
export async function findByCode(tx: Tx, codeHash: string): Promise<FoundDocument | null> {
  const [row] = rowsOf<
    Omit<FoundDocument, 'issuedAt' | 'replacedAt'> & { issuedAt: string; replacedAt: string | null }
  >(
    await tx.execute(sql`
      select id, facts, facts_sha256 as "factsSha256", issued_at as "issuedAt", replaced_at as "replacedAt"
      from app.find_issued_document(${codeHash})`),
  );
  if (!row) return null;
  const { issuedAt, replacedAt, ...found } = row;
  return { ...found, issuedAt: new Date(issuedAt), replacedAt: replacedAt === null ? null : new Date(replacedAt) };
}

/** Names of workers by hire, of those that the reader may know. One statement. */
export async function readWorkerNames(tx: Tx, placementIds: readonly string[]): Promise<Map<string, string>> {
  if (placementIds.length === 0) return new Map();
  const rows = await tx
    .select({ id: placement.id, name: placement.workerName })
    .from(placement)
    .where(sql`${placement.id} = any(${sql.param([...placementIds])}::uuid[])`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The name of a company that has or had somebody at work where the actor may see it; null otherwise. */
export async function findEmployerAtWork(tx: Tx, employerId: string): Promise<string | null> {
  const [row] = await tx
    .select({ name: organisation.name })
    .from(placement)
    .innerJoin(organisation, eq(organisation.id, placement.employerId))
    .where(eq(placement.employerId, employerId))
    .limit(1);
  return row?.name ?? null;
}
