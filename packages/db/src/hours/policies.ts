import { type Policy, policySchema } from '@jonction/domain/hours/policy';
import { and, asc, eq, lte, type SQL } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../new-id.ts';
import { hourPolicyDraft } from './policy-tables.ts';
import { hourPolicy } from './tables.ts';

/** Whose versions, and as they were recorded by an instant. */
export interface PolicyQuestion {
  structureId: string;
  knownAt?: Date;
}

/** The versions that a structure published or adopted, in the order of their recording. */
export async function readPolicies(tx: Tx, question: PolicyQuestion): Promise<Policy[]> {
  return (await readVersions(tx, question)).map(({ version }) => version);
}

/** The same, each with its row: who published it, when. */
export async function readVersions(tx: Tx, { structureId, knownAt }: PolicyQuestion) {
  const which: (SQL | undefined)[] = [eq(hourPolicy.structureId, structureId)];
  if (knownAt) which.push(lte(hourPolicy.recordedAt, knownAt));
  const rows = await tx
    .select()
    .from(hourPolicy)
    .where(and(...which))
    .orderBy(hourPolicy.recordedAt, hourPolicy.id);
  return rows.map(({ id, publishedBy, recordedAt, ...row }) => ({
    rowId: id,
    publishedBy,
    recordedAt,
    version: policySchema.parse({
      id: row.policy,
      title: row.title,
      source: row.source,
      note: row.note ?? undefined,
      scope: { level: row.scopeLevel, id: row.scopeId },
      validFrom: row.validFrom,
      validTo: row.validTo,
      publishedOn: row.publishedOn,
      rules: row.rules,
    }),
  }));
}

/** Writes a version down for good. Answers its row. */
export async function insertPolicy(tx: Tx, structureId: string, userId: string, version: Policy): Promise<string> {
  const id = newId();
  await tx.insert(hourPolicy).values({
    id,
    structureId,
    policy: version.id,
    title: version.title ?? version.id,
    source: version.source ?? '',
    note: version.note ?? null,
    scopeLevel: version.scope.level,
    scopeId: version.scope.id ?? null,
    validFrom: version.validFrom ?? '0001-01-01',
    validTo: version.validTo ?? null,
    publishedOn: version.publishedOn,
    publishedBy: userId,
    rules: version.rules,
  });
  return id;
}

export type DraftRow = typeof hourPolicyDraft.$inferSelect;

/** A draft, locked until the end of the transaction: two people editing it wait for each other. */
export async function lockDraft(tx: Tx, draftId: string): Promise<DraftRow | undefined> {
  const [row] = await tx.select().from(hourPolicyDraft).where(eq(hourPolicyDraft.id, draftId)).for('update');
  return row;
}

export async function findDraft(tx: Tx, draftId: string): Promise<DraftRow | undefined> {
  const [row] = await tx.select().from(hourPolicyDraft).where(eq(hourPolicyDraft.id, draftId));
  return row;
}

/** What is being written, the oldest first. */
export async function listDrafts(tx: Tx, structureId: string): Promise<DraftRow[]> {
  return tx
    .select()
    .from(hourPolicyDraft)
    .where(and(eq(hourPolicyDraft.structureId, structureId), eq(hourPolicyDraft.state, 'draft')))
    .orderBy(asc(hourPolicyDraft.createdAt), asc(hourPolicyDraft.id));
}
