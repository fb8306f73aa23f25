import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { importRun } from '@jonction/db/import/tables';
import { sentence } from '@jonction/domain/shared/words';
import { eq } from 'drizzle-orm';
import { startContractsRun } from '../contract/list-in/start-run.ts';
import { applyRun } from '../participant/list-in/apply-run.ts';
import { Refuse } from '../refuse.ts';
import { words } from '../words.ts';
import { type Command, CommandRefused, structureFor, takeOption } from './context.ts';
import { readMap } from './read-map.ts';
import { runResult } from './run-result.ts';

/** `import contracts FILE [--map FILE.json]`: a team's list of contracts, by the same use case as the screen. */
export const importContracts: Command = async (context, args) => {
  const map = takeOption(args, '--map');
  const [file] = args;
  if (!file) throw new CommandRefused('Donnez la liste : jonction import contracts FICHIER.');
  const bytes = await readFile(file).catch(() => {
    throw new CommandRefused(`Impossible de lire ${file}.`);
  });
  const { database, services, userId, progress } = context;
  const mapping = map === null ? null : await readMap(map);
  const structureId = await structureFor(context);
  const { runId } = await database
    .as({ kind: 'system' }, async (tx) => {
      const started = await startContractsRun(tx, {
        ...{ structureId, userId, fileId: null, fileName: path.basename(file), bytes: new Uint8Array(bytes) },
        ...(mapping ? { mapping } : {}),
      });
      if (started.list.missing.length > 0) throw new Refuse('contract.import_columns');
      await tx.update(importRun).set({ status: 'running' }).where(eq(importRun.id, started.runId));
      return started;
    })
    .catch((error: unknown) => {
      if (!(error instanceof Refuse)) throw error;
      throw new CommandRefused(sentence(words, 'fr', error.refusal.code, error.refusal.facts));
    });
  await applyRun({ database, vault: services.vault }, runId, {
    today: services.today(),
    progress: (done, total) => progress(`${done} / ${total} lignes`),
  });
  const result = await runResult(database, runId, file);
  const entered = result.created + result.updated + result.unchanged;
  return { exit: result.rejected.length === 0 ? 0 : entered > 0 ? 1 : 2, result: { ...result } };
};
