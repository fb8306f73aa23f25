import { readFile } from 'node:fs/promises';
import type { BillKind } from '@jonction/domain/contract/due';
import { parisDayOf } from '@jonction/domain/shared/day';
import { sentence } from '@jonction/domain/shared/words';
import { importInvoices } from '../contract/obligation/import-rows.ts';
import { Refuse } from '../refuse.ts';
import { words } from '../words.ts';
import { type Command, type CommandContext, CommandRefused, takeOption } from './context.ts';
import { readMap } from './read-map.ts';

/** `import invoices FILE [--map FILE.json]`: what the contracts of a structure invoice. */
export const importInvoicesCommand: Command = (context, args) => importBills(context, args, 'invoice');

/** `import orders FILE [--map FILE.json]`: the purchase orders of the contracts of a structure. */
export const importOrdersCommand: Command = (context, args) => importBills(context, args, 'order');

const names = { invoice: 'invoices', order: 'orders' } as const;

async function importBills(
  { database, structureId, userId, progress }: CommandContext,
  args: Parameters<Command>[1],
  kind: BillKind,
): ReturnType<Command> {
  const map = takeOption(args, '--map');
  const [file] = args;
  if (!file) throw new CommandRefused(`Donnez la feuille : jonction import ${names[kind]} FICHIER.`);
  const bytes = await readFile(file).catch(() => {
    throw new CommandRefused(`Impossible de lire ${file}.`);
  });
  if (structureId === null) throw new CommandRefused('Dites pour quelle structure : --structure SLUG.');
  const {
    headers: _,
    changed: __,
    ...result
  } = await importInvoices(
    { name: file, bytes: new Uint8Array(bytes), mapping: map ? await readMap(map) : {} },
    (work) => database.as({ kind: 'system' }, work),
    {
      ...{ structureId, userId, today: parisDayOf(new Date()), source: 'command', kind, locale: 'fr' },
      progress: (done, total) => progress(`${done} / ${total} lignes`),
    },
  ).catch((error: unknown) => {
    if (!(error instanceof Refuse)) throw error;
    throw new CommandRefused(sentence(words, 'fr', error.refusal.code, error.refusal.facts));
  });
  const done = result.read - result.rejected.length;
  return { exit: result.rejected.length === 0 ? 0 : done > 0 ? 1 : 2, result: { ...result } };
}
