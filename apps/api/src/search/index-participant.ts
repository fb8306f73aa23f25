import type { EventJob, JobContext } from '../jobs/start.ts';
import { feedSearch } from './feed.ts';

/** The words of a person follow her record. */
export async function indexParticipant({ subjectId }: EventJob, context: JobContext): Promise<void> {
  if (subjectId !== null) await feedSearch(context);
}
