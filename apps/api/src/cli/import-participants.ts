import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { importRun } from '@jonction/db/import/tables';
import { parisDayOf } from '@jonction/domain/shared/day';
import { sentence } from '@jonction/domain/shared/words';
import { eq } from 'drizzle-orm';
import { applyRun } from '../participant/list-in/apply-run.ts';
import { startRun } from '../participant/list-in/start-run.ts';
import { Refuse } from '../refuse.ts';
import { words } from '../words.ts';
import { type Command, CommandRefused, structureFor, takeOption } from './context.ts';
import { readMap } from './read-map.ts';
import { runResult } from './run-result.ts';

/** `import participants FILE [--map FILE.json]`: a list, by the same use case as the screen. Run again, it changes only what changed. */
export const importParticipants: Command = async (context, args) => {
  const map = takeOption(args, '--map');
  const [file] = args;
  if (!file) throw new CommandRefused('Donnez la liste : jonction import participants FICHIER.');
  const bytes = await readFile(file).catch(() => {
    throw new CommandRefused(`Impossible de lire ${file}.`);
  });
  const { database, services, userId, progress } = context;
  const structureId = await structureFor(context);
  const mapping = map === null ? undefined : await readMap(map);
  const { runId } = await worded(() =>
    database.as({ kind: 'system' }, async (tx) => {
      const started = await startRun(tx, {
        structureId,
        userId,
        fileId: null,
        fileName: path.basename(file),
        bytes: new Uint8Array(bytes),
        today: parisDayOf(new Date()),
        ...(mapping ? { mapping } : {}),
      });
      if (started.list.missing.length > 0) throw new Refuse('participant.import_needs_names');
      await tx.update(importRun).set({ status: 'running' }).where(eq(importRun.id, started.runId));
      return started;
    }),
  );
  await applyRun({ database, vault: services.vault }, runId, {
    progress: (done, total) => progress(`${done} / ${total} lignes`),
  });
  const result = await runResult(database, runId, file);
  const entered = result.created + result.updated + result.unchanged;
  return { exit: result.rejected.length === 0 ? 0 : entered > 0 ? 1 : 2, result: { ...result } };
};

/** A refusal of the use case, in the words of the operator. */
async function worded<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refuse)) throw error;
    throw new CommandRefused(sentence(words, 'fr', error.refusal.code, error.refusal.facts));
  }
}
