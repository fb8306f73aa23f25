import type { Tx } from '@jonction/db/client';
import { findMapping, replaceRows } from '@jonction/db/import/queries';
import { importRun } from '@jonction/db/import/tables';
import { newId } from '@jonction/db/new-id';
import type { Day } from '@jonction/domain/shared/day';
import { z } from 'zod';
import { columnsOf, headersKey, openList, type ReadList, readList } from './read-list.ts';

export const importKind = 'participants';
const mappingShape = z.record(z.string(), z.string());

interface Given {
  structureId: string;
  userId: string | null;
  fileId: string | null;
  fileName: string;
  bytes: Uint8Array;
  today: Day;
  /** Header -> field, chosen beforehand; else what was chosen last time for these headers, else guessed. */
  mapping?: Readonly<Record<string, string>>;
}

/** Reads a list into a run to be looked at: nobody enters yet. */
export async function startRun(tx: Tx, given: Given): Promise<{ runId: string; list: ReadList }> {
  const { structureId } = given;
  const table = await openList(given.bytes);
  const remembered = mappingShape.safeParse(
    await findMapping(tx, { structureId, kind: importKind, headersKey: headersKey(table.headers) }),
  );
  const chosen = given.mapping ?? (remembered.success ? remembered.data : {});
  const list = readList(table, chosen, given.today);
  const runId = newId();
  await tx.insert(importRun).values({
    id: runId,
    structureId,
    kind: importKind,
    fileId: given.fileId,
    fileName: given.fileName,
    rowsTotal: list.rows.length,
    mapping: { ...columnsOf(table), chosen: list.mapping, missing: list.missing },
    createdBy: given.userId,
  });
  await writeRows(tx, { runId, structureId }, list);
  return { runId, list };
}

/** The rows of a reading, with the person each one is and what is wrong with it. */
export async function writeRows(tx: Tx, of: { runId: string; structureId: string }, list: ReadList): Promise<void> {
  await replaceRows(
    tx,
    of.runId,
    list.rows.map(({ record, name, person, problems }) => ({
      ...of,
      record,
      cells: { name, person },
      problems,
    })),
  );
}

/** What a run remembers of its columns. */
export const runColumnsSchema = z.object({
  chosen: mappingShape,
  headers: z.array(z.string()),
  samples: z.record(z.string(), z.array(z.string())),
  missing: z.array(z.string()),
});
