import { findErasable, holdBytes, markErased } from '@jonction/db/file/erase';
import type { EventJob, JobContext } from './start.ts';

/**
 * Erases the bytes of a paper that was taken back. They go before the row says so: cut between the two, the next try finds nothing
 * to erase and writes it down. Bytes that somebody else brought too stay hers.
 */
export async function erasePaper(
  event: Pick<EventJob, 'subjectId'>,
  { database, files }: Pick<JobContext, 'database' | 'files'>,
): Promise<void> {
  const paperId = event.subjectId;
  if (paperId === null) return;
  await database.as({ kind: 'system' }, async (tx) => {
    const file = await findErasable(tx, paperId);
    if (!file) return;
    await holdBytes(tx, file.sha256);
    const { shared } = await markErased(tx, file);
    if (!shared) await files.erase(file.sha256);
  });
}
