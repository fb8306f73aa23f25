import { forgetBankChanges } from '@jonction/db/matching/bank-change';
import type { JobContext } from './start.ts';

/** The log of changes only feeds copies that are made again each night. */
export async function forgetOldBankChanges({ database }: Pick<JobContext, 'database'>): Promise<void> {
  await database.as({ kind: 'system' }, forgetBankChanges);
}
