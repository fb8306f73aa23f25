import { access } from 'node:fs/promises';
import { openCommunes } from '@jonction/documents/communes';
import { openCpv } from '@jonction/documents/cpv';
import { referenceWords as fileWords } from '@jonction/documents/reference-words';
import { openRome } from '@jonction/documents/rome';
import type { Decision } from '@jonction/domain/shared/decision';
import { sentence } from '@jonction/domain/shared/words';
import { loadCommunes } from '../reference/load-communes.ts';
import { loadCpv } from '../reference/load-cpv.ts';
import { loadRome } from '../reference/load-rome.ts';
import { type Command, CommandRefused } from './context.ts';

/** `reference rome DIR`: the folder of the `unix_*` files, version 3 or 4. Run again, it replaces what it loaded. */
export const referenceRome: Command = async ({ database, progress }, args) => {
  const [folder] = args;
  if (!folder) throw new CommandRefused('Donnez le dossier : jonction reference rome DOSSIER.');
  const rome = opened(await openRome(folder));
  progress(`ROME version ${rome.version}, lecture de ${folder}`);
  return { exit: 0, result: { loaded: await loadRome(database, rome) } };
};

/** `reference communes FILE`: La Poste's base of postal codes with coordinates. */
export const referenceCommunes: Command = async ({ database, progress }, args) => {
  const [file] = args;
  if (!file) throw new CommandRefused('Donnez le fichier : jonction reference communes FICHIER.');
  await access(file).catch(() => {
    throw new CommandRefused(`Impossible de lire ${file}.`);
  });
  progress(`Communes, lecture de ${file}`);
  return { exit: 0, result: { loaded: await loadCommunes(database, opened(await openCommunes(file))) } };
};

/** `reference cpv DIR`: the folder of the codes and of their French labels. Run again, it replaces what it loaded. */
export const referenceCpv: Command = async ({ database, progress }, args) => {
  const [folder] = args;
  if (!folder) throw new CommandRefused('Donnez le dossier : jonction reference cpv DOSSIER.');
  progress(`CPV, lecture de ${folder}`);
  return { exit: 0, result: { loaded: await loadCpv(database, opened(await openCpv(folder))) } };
};

function opened<Value>(decision: Decision<Value>): Value {
  if (decision.ok) return decision.value;
  throw new CommandRefused(sentence(fileWords, 'fr', decision.refusal.code, decision.refusal.facts));
}
