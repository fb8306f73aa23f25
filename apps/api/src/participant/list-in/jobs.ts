import { importRow } from '@jonction/db/import/tables';
import { and, asc, eq, gt, inArray, isNotNull } from 'drizzle-orm';
import type { EventJob, JobContext } from '../../jobs/start.ts';
import { emit } from '../../outbox/emit.ts';
import { feedSearch } from '../../search/feed.ts';
import { suspectDuplicates } from '../suspect-duplicates.ts';
import { applyRun } from './apply-run.ts';

const batchesInOneGo = 5;
const peopleInOneGo = 500;

/** Enters a slice of a list, then takes its turn again behind the other jobs: letters do not wait for 5,000 rows. */
export async function applyImportJob({ subjectId, structureId }: EventJob, context: JobContext): Promise<void> {
  if (subjectId === null) return;
  const { more } = await applyRun(context, subjectId, { mostBatches: batchesInOneGo });
  if (!more) return;
  await context.database.as({ kind: 'system' }, (tx) => emit(tx, { type: 'import.wanted', structureId, subjectId }));
}

/** Once a list is in: its people are found by their words, and those who may be there twice are shown to the team. */
export async function afterImport(event: EventJob, context: JobContext): Promise<void> {
  const { subjectId: runId } = event;
  if (runId === null || event.payload.kind !== 'participants') return;
  await feedSearch(context);
  let after = 0;
  for (;;) {
    const from = after;
    const rows = await context.database.as({ kind: 'system' }, (tx) =>
      tx
        .select({ record: importRow.record, subjectId: importRow.subjectId })
        .from(importRow)
        .where(
          and(
            eq(importRow.runId, runId),
            gt(importRow.record, from),
            isNotNull(importRow.subjectId),
            inArray(importRow.outcome, ['created', 'updated']),
          ),
        )
        .orderBy(asc(importRow.record))
        .limit(peopleInOneGo),
    );
    for (const { subjectId } of rows) await suspectDuplicates({ ...event, subjectId }, context);
    if (rows.length < peopleInOneGo) return;
    after = rows.at(-1)?.record ?? after;
  }
}
