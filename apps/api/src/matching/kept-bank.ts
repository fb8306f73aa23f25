import type { Tx } from '@jonction/db/client';
import { readBankChanges } from '@jonction/db/matching/bank-change';
import {
  DamagedSnapshot,
  findBankSnapshot,
  readSnapshotParts,
  saveBankSnapshot,
} from '@jonction/db/matching/bank-snapshot';
import { loadBank } from '@jonction/db/matching/load-bank';
import type { Day } from '@jonction/domain/shared/day';
import { Bank } from '@jonction/matching-engine/bank';
import { snapshotLayout } from '@jonction/matching-engine/snapshot';

/** Below, everybody is read in less time than a snapshot is worth. */
export const worthKeepingFrom = 10_000;

/** Of a bank of a hundred, more changes than this are not replayed: reading everybody is as fast, and leaves no gaps. */
const mostChangesPercent = 20;

export interface ReadBank {
  bank: Bank;
  /** Where the log of changes is to be read from next. */
  upTo: string;
}

/** Brings a bank to what the log of changes says since `upTo`; returns where it was read up to. */
export async function catchUp(tx: Tx, structureId: string, { bank, upTo }: ReadBank): Promise<string> {
  const changes = await readBankChanges(tx, structureId, upTo);
  await takeIn(tx, structureId, bank, changes.participantIds);
  return changes.upTo;
}

/** The bank of a structure from its snapshot and the changes since, or null when everybody is to be read. */
export async function restoreBank(tx: Tx, structureId: string, today: Day): Promise<ReadBank | null> {
  const kept = await findBankSnapshot(tx, structureId, snapshotLayout);
  if (!kept) return null;
  const changes = await readBankChanges(tx, structureId, kept.upTo);
  if (100 * changes.participantIds.length > mostChangesPercent * kept.words.rows) return null;
  try {
    const bank = await Bank.restored(kept.words, readSnapshotParts(tx, structureId, kept), today);
    await takeIn(tx, structureId, bank, changes.participantIds);
    return { bank, upTo: changes.upTo };
  } catch (error) {
    if (error instanceof DamagedSnapshot) return null;
    throw error;
  }
}

/** Keeps a bank for the next start; false when another program does. */
export async function keepBank(tx: Tx, structureId: string, { bank, upTo }: ReadBank): Promise<boolean> {
  return saveBankSnapshot(tx, { structureId, layout: snapshotLayout, upTo }, bank.snapshot());
}

async function takeIn(tx: Tx, structureId: string, bank: Bank, participantIds: readonly string[]): Promise<void> {
  const profiles = participantIds.length > 0 ? await loadBank(tx, { structureId, participantIds }) : [];
  const there = new Set(profiles.map(({ id }) => id));
  for (const id of participantIds) if (!there.has(id)) bank.remove(id);
  for (const profile of profiles) bank.put(profile);
}
