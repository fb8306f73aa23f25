import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { countOutcomes, listRunRows } from '@jonction/db/import/queries';
import { importRun } from '@jonction/db/import/tables';
import { rowProblemSchema } from '@jonction/domain/participant/import';
import { parisDayOf } from '@jonction/domain/shared/day';
import { sentence } from '@jonction/domain/shared/words';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { applyRun } from '../participant/list-in/apply-run.ts';
import { startRun } from '../participant/list-in/start-run.ts';
import { Refuse } from '../refuse.ts';
import { words } from '../words.ts';
import { type Command, CommandRefused, structureFor, takeOption } from './context.ts';

const mappingShape = z.record(z.string(), z.string());

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
  const result = await resultOf(context, runId, file);
  const entered = result.created + result.updated + result.unchanged;
  return { exit: result.rejected.length === 0 ? 0 : entered > 0 ? 1 : 2, result };
};

async function resultOf({ database }: Parameters<Command>[0], runId: string, file: string) {
  return database.as({ kind: 'system' }, async (tx) => {
    const counts = await countOutcomes(tx, runId);
    const sum = (outcome: string) =>
      counts.filter((row) => row.outcome === outcome).reduce((all, { rows }) => all + rows, 0);
    const { rows } = await listRunRows(tx, runId, { onlyProblems: true, limit: 1_000_000, offset: 0 });
    const rejected = rows
      .filter(({ outcome }) => outcome === 'rejected')
      .map(({ record, problems }) => {
        const wrong = z.array(rowProblemSchema).parse(problems);
        return {
          file,
          record,
          field: wrong[0]?.field ?? '',
          reason: wrong.map(({ code, facts }) => sentence(words, 'fr', code, facts)).join(' '),
        };
      });
    return {
      read: counts.reduce((all, row) => all + row.rows, 0),
      created: sum('created'),
      updated: sum('updated'),
      unchanged: sum('unchanged'),
      rejected,
    };
  });
}

async function readMap(file: string): Promise<Record<string, string>> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CommandRefused(`Impossible de lire ${file}.`);
  });
  try {
    return mappingShape.parse(JSON.parse(text));
  } catch {
    throw new CommandRefused(`${file} : on attend un objet JSON, { "en-tête du fichier": "colonne de Jonction" }.`);
  }
}

/** A refusal of the use case, in the words of the operator. */
async function worded<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refuse)) throw error;
    throw new CommandRefused(sentence(words, 'fr', error.refusal.code, error.refusal.facts));
  }
}
