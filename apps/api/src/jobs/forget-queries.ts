import { forgetOldQueries } from '@jonction/db/bank/queries';
import type { JobContext } from './start.ts';

/** Who asked goes after a day, what was asked after a year. */
export async function forgetQueries({ database }: Pick<JobContext, 'database'>): Promise<void> {
  await database.as({ kind: 'system' }, forgetOldQueries);
}
