import type { Database } from '@jonction/db/client';
import { changeCopy, readCopy, readCopyChanges, type SearchCopy, withCopyLock } from '@jonction/db/search/copy';
import { listIndexedRows } from '@jonction/db/search/documents';
import { documentOf, type OccupationSpeech, shapeOf } from './document.ts';
import type { SearchIndex } from './port.ts';
import { rebuildLocked } from './rebuild.ts';

const batch = 500;
const noteEveryMs = 60_000;
const system = { kind: 'system' } as const;

/**
 * Brings a copy up to what the base holds: what changed since it was last fed, however long ago that was and whichever side was down;
 * all of it when there is no copy, or one of another version. Answers how many people were read.
 */
export function feedIndex(database: Database, index: SearchIndex, speech: OccupationSpeech): Promise<number> {
  return withCopyLock(database, index.name, async () => {
    const { copy, changes, there } = await database.as(system, async (tx) => {
      const read = await readCopy(tx, index.name);
      return {
        copy: read,
        changes: await readCopyChanges(tx, read),
        there: read.generation !== null && (await index.holds(tx, read.generation)),
      };
    });
    const { generation } = copy;
    if (generation === null || !there || changes.lost || copy.shape !== shapeOf(speech)) {
      return rebuildLocked(database, index, speech, () => undefined);
    }
    const ids = changes.participantIds;
    for (let from = 0; from < ids.length; from += batch) {
      await putThose(database, index, generation, speech, ids.slice(from, from + batch));
    }
    if (ids.length > 0 || isOld(copy)) {
      await database.as(system, (tx) => changeCopy(tx, index.name, { fedXid: changes.upTo, fedAt: new Date() }));
    }
    return ids.length;
  });
}

/** Read within the lock, so that what is written is the newest. Who is not in the base any more goes. */
async function putThose(
  database: Database,
  index: SearchIndex,
  generation: string,
  speech: OccupationSpeech,
  ids: readonly string[],
): Promise<void> {
  await database.as(system, async (tx) => {
    const rows = await listIndexedRows(tx, ids);
    const there = new Set(rows.map(({ id }) => id));
    await index.put(
      tx,
      generation,
      rows.map((row) => documentOf(row, speech)),
    );
    await index.remove(
      tx,
      generation,
      ids.filter((id) => !there.has(id)),
    );
  });
}

function isOld(copy: SearchCopy): boolean {
  return Date.now() - copy.fedAt.getTime() > noteEveryMs;
}
