import type { Tx } from '@jonction/db/client';
import { findMapping, replaceRows } from '@jonction/db/import/queries';
import { importRun } from '@jonction/db/import/tables';
import { newId } from '@jonction/db/new-id';
import { z } from 'zod';
import { columnsOf, headersKey } from '../../participant/list-in/read-list.ts';
import { openContracts, type ReadContracts, readContracts } from './read-list.ts';

export const contractsKind = 'contracts';

interface Given {
  structureId: string;
  userId: string | null;
  fileId: string | null;
  fileName: string;
  bytes: Uint8Array;
  /** Header -> field, chosen beforehand; else what was chosen last time for these headers, else guessed. */
  mapping?: Readonly<Record<string, string>>;
}

/** Reads a list of contracts into a run to be looked at: nothing enters yet. */
export async function startContractsRun(tx: Tx, given: Given): Promise<{ runId: string; list: ReadContracts }> {
  const { structureId } = given;
  const table = await openContracts(given.bytes);
  const remembered = z
    .record(z.string(), z.string())
    .safeParse(await findMapping(tx, { structureId, kind: contractsKind, headersKey: headersKey(table.headers) }));
  const list = readContracts(table, given.mapping ?? (remembered.success ? remembered.data : {}));
  const runId = newId();
  await tx.insert(importRun).values({
    ...{ id: runId, structureId, kind: contractsKind, fileId: given.fileId, fileName: given.fileName },
    rowsTotal: list.rows.length,
    mapping: { ...columnsOf(table), chosen: list.mapping, missing: list.missing },
    createdBy: given.userId,
  });
  await writeContractRows(tx, { runId, structureId }, list);
  return { runId, list };
}

/** The rows of a reading, each with the contract that it names and what is wrong with it. */
export async function writeContractRows(
  tx: Tx,
  of: { runId: string; structureId: string },
  list: ReadContracts,
): Promise<void> {
  await replaceRows(
    tx,
    of.runId,
    list.rows.map(({ record, name, row, problems }) => ({ ...of, record, cells: { name, row }, problems })),
  );
}
