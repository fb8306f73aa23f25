import { and, asc, count, desc, eq, isNull, sql } from 'drizzle-orm';
import { user } from '../access/tables.ts';
import type { Tx } from '../client.ts';
import { importMapping, importRow, importRun } from './tables.ts';

export async function findRun(tx: Tx, id: string, kind: string) {
  const [row] = await tx
    .select()
    .from(importRun)
    .where(and(eq(importRun.id, id), eq(importRun.kind, kind)));
  return row ?? null;
}

/** The run, held until the end of the transaction. */
export async function lockRun(tx: Tx, id: string) {
  const [row] = await tx.select().from(importRun).where(eq(importRun.id, id)).for('update');
  return row ?? null;
}

export async function listRuns(tx: Tx, kind: string, limit: number) {
  return tx
    .select({
      id: importRun.id,
      fileName: importRun.fileName,
      status: importRun.status,
      rowsTotal: importRun.rowsTotal,
      rowsDone: importRun.rowsDone,
      createdAt: importRun.createdAt,
      finishedAt: importRun.finishedAt,
      createdByName: user.name,
    })
    .from(importRun)
    .leftJoin(user, eq(user.id, importRun.createdBy))
    .where(eq(importRun.kind, kind))
    .orderBy(desc(importRun.id))
    .limit(limit);
}

/** The next rows that have no result yet, in the order of the file. */
export async function listWaitingRows(tx: Tx, runId: string, limit: number) {
  return tx
    .select({ record: importRow.record, cells: importRow.cells, problems: importRow.problems })
    .from(importRow)
    .where(and(eq(importRow.runId, runId), isNull(importRow.outcome)))
    .orderBy(asc(importRow.record))
    .limit(limit);
}

export async function countOutcomes(tx: Tx, runId: string) {
  const rows = await tx
    .select({ outcome: importRow.outcome, wrong: sql<boolean>`${importRow.problems} <> '[]'`, rows: count() })
    .from(importRow)
    .where(eq(importRow.runId, runId))
    .groupBy(importRow.outcome, sql`${importRow.problems} <> '[]'`);
  return rows;
}

export async function listRunRows(
  tx: Tx,
  runId: string,
  page: { onlyProblems: boolean; limit: number; offset: number },
) {
  const where = and(eq(importRow.runId, runId), page.onlyProblems ? sql`${importRow.problems} <> '[]'` : undefined);
  const [total] = await tx.select({ rows: count() }).from(importRow).where(where);
  const rows = await tx
    .select()
    .from(importRow)
    .where(where)
    .orderBy(asc(importRow.record))
    .limit(page.limit)
    .offset(page.offset);
  return { total: total?.rows ?? 0, rows };
}

/** The mapping that somebody of the structure chose last for these headers. */
export async function findMapping(tx: Tx, of: { structureId: string; kind: string; headersKey: string }) {
  const [row] = await tx
    .select({ mapping: importMapping.mapping })
    .from(importMapping)
    .where(
      and(
        eq(importMapping.structureId, of.structureId),
        eq(importMapping.kind, of.kind),
        eq(importMapping.headersKey, of.headersKey),
      ),
    );
  return row?.mapping ?? null;
}

export async function rememberMapping(
  tx: Tx,
  of: { structureId: string; kind: string; headersKey: string; mapping: Readonly<Record<string, string>> },
): Promise<void> {
  await tx
    .insert(importMapping)
    .values({ ...of })
    .onConflictDoUpdate({
      target: [importMapping.structureId, importMapping.kind, importMapping.headersKey],
      set: { mapping: of.mapping, usedAt: sql`now()` },
    });
}

/** Writes the rows of a run again, whole, in batches. */
export async function replaceRows(
  tx: Tx,
  runId: string,
  rows: readonly (typeof importRow.$inferInsert)[],
): Promise<void> {
  await tx.delete(importRow).where(eq(importRow.runId, runId));
  for (let from = 0; from < rows.length; from += 1000) {
    await tx.insert(importRow).values(rows.slice(from, from + 1000));
  }
}
