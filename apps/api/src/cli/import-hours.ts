import { readFile } from 'node:fs/promises';
import { parisDayOf } from '@jonction/domain/shared/day';
import { sentence } from '@jonction/domain/shared/words';
import { importHours } from '../hours/import-rows.ts';
import { Refuse } from '../refuse.ts';
import { words } from '../words.ts';
import { type Command, CommandRefused, takeOption } from './context.ts';
import { readMap } from './read-map.ts';

/** `import hours FILE [--map FILE.json]`: the sheet of an employer, in the name of the operator. */
export const importHoursCommand: Command = async ({ database, structureId, userId, progress }, args) => {
  const map = takeOption(args, '--map');
  const [file] = args;
  if (!file) throw new CommandRefused('Donnez la feuille : jonction import hours FICHIER.');
  const bytes = await readFile(file).catch(() => {
    throw new CommandRefused(`Impossible de lire ${file}.`);
  });
  if (structureId === null) throw new CommandRefused('Dites pour quelle structure : --structure SLUG.');
  const {
    headers: _,
    months: __,
    ...result
  } = await importHours(
    { name: file, bytes: new Uint8Array(bytes), mapping: map ? await readMap(map) : {} },
    (work) => database.as({ kind: 'system' }, work),
    { source: 'command', userId, today: parisDayOf(new Date()) },
    { structureId, progress: (done, total) => progress(`${done} / ${total} lignes`) },
  ).catch((error: unknown) => {
    if (!(error instanceof Refuse)) throw error;
    throw new CommandRefused(sentence(words, 'fr', error.refusal.code, error.refusal.facts));
  });
  const done = result.read - result.rejected.length;
  return { exit: result.rejected.length === 0 ? 0 : done > 0 ? 1 : 2, result: { ...result } };
};
