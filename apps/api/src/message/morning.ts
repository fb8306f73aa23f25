import type { Tx } from '@jonction/db/client';
import { readPauses } from '@jonction/db/crisis/queries';
import type { CrisisCadence } from '@jonction/domain/crisis/cadence';
import { isWorkingDay } from '@jonction/domain/reference/working-days';
import { type Day, parisDayOf } from '@jonction/domain/shared/day';
import type { JobContext } from '../jobs/start.ts';

export type MorningJob = Pick<JobContext, 'database' | 'publicUrl' | 'log'> & { relay: unknown };

export interface Morning {
  tx: Tx;
  today: Day;
  now: Date;
  publicUrl: string;
  /** Addresses that got a letter this morning: never a second one. */
  written: Set<string>;
  /** The letters of this morning are held back for this team: an emergency is in force. */
  paused(structureId: string): boolean;
}

/**
 * One morning of letters that leave by themselves, in one transaction of the system: one to an address, nothing on a day off, nor where
 * no relay takes letters, nor for a team whose emergency holds this cadence back. `told`: what the log says of those who were written to.
 */
export async function morningOfLetters(
  { database, publicUrl, relay, log }: MorningJob,
  now: Date,
  { cadence, told }: { cadence: CrisisCadence; told: string },
  write: (morning: Morning) => Promise<void>,
): Promise<void> {
  const today = parisDayOf(now);
  if (!relay || !isWorkingDay(today)) return;
  const written = new Set<string>();
  await database.as({ kind: 'system' }, async (tx) => {
    const pauses = await readPauses(tx, today);
    const paused = (structureId: string) => pauses.get(structureId)?.has(cadence) ?? false;
    await write({ tx, today, now, publicUrl, written, paused });
  });
  if (written.size > 0) log.info({ letters: written.size }, told);
}
