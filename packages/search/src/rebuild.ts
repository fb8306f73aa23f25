import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '@jonction/db/client';
import { changeCopy, readCopy, readCopyChanges, withCopyLock } from '@jonction/db/search/copy';
import { countIndexedRows, listIndexedRowsAfter } from '@jonction/db/search/documents';
import { documentOf, type OccupationSpeech, shapeOf } from './document.ts';
import type { SearchIndex } from './port.ts';

const batch = 1_000;
/** Longer than any question waits for its answer. */
const answersOverMs = 500;
const system = { kind: 'system' } as const;

export type Progress = (done: number, of: number) => void;

/**
 * Makes a copy again beside the one that answers, then lets it answer instead, at once: no search sees half a copy. A rebuild that
 * was killed leaves a draft, which the next one drops. What changed meanwhile is fed by the change log afterwards.
 */
export function rebuildIndex(
  database: Database,
  index: SearchIndex,
  speech: OccupationSpeech,
  progress: Progress = () => undefined,
): Promise<number> {
  return withCopyLock(database, index.name, () => rebuildLocked(database, index, speech, progress));
}

/** The same for whoever holds the lock of the copy. */
export async function rebuildLocked(
  database: Database,
  index: SearchIndex,
  speech: OccupationSpeech,
  progress: Progress,
): Promise<number> {
  const generation = randomUUID();
  const { before, upTo, total } = await database.as(system, async (tx) => {
    const copy = await readCopy(tx, index.name);
    if (copy.draft !== null) await index.drop(tx, copy.draft);
    await changeCopy(tx, index.name, { draft: generation });
    const { upTo: from } = await readCopyChanges(tx, copy);
    return { before: copy.generation, upTo: from, total: await countIndexedRows(tx) };
  });
  await index.open(generation);
  let done = 0;
  for (let after: string | null = null; ; ) {
    const from: string | null = after;
    const ids = await database.as(system, async (tx) => {
      const rows = await listIndexedRowsAfter(tx, from, batch);
      await index.put(
        tx,
        generation,
        rows.map((row) => documentOf(row, speech)),
      );
      return rows.map(({ id }) => id);
    });
    done += ids.length;
    progress(done, Math.max(done, total));
    if (ids.length < batch) break;
    after = ids.at(-1) ?? null;
  }
  await database.as(system, (tx) =>
    changeCopy(tx, index.name, {
      ...{ generation, draft: null, shape: shapeOf(speech), people: done },
      ...{ fedXid: upTo, fedAt: new Date(), builtAt: new Date() },
    }),
  );
  if (before !== null) {
    await pause(answersOverMs);
    await database.as(system, (tx) => index.drop(tx, before));
  }
  return done;
}
