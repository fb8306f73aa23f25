import { open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { type TakenBack, takeBack } from '../message/take-back.ts';
import { type Command, CommandRefused } from './context.ts';

/** A report stands at the beginning; what a server encloses after it is not read. */
const mostBytes = 1024 * 1024;

const words: Readonly<Record<TakenBack, string>> = {
  lowered: 'revenu, l’adresse n’existe plus',
  returned: 'revenu, l’adresse reste bonne',
  known_already: 'déjà pris',
  not_final: 'pas encore perdu, ou bien arrivé',
  not_ours: 'ne parle d’aucune lettre d’ici',
  not_a_report: 'n’est pas un avis de remise',
  answered_by_somebody: 'écrit par quelqu’un',
  unreadable: 'illisible',
};

/**
 * `mail returned FILE...|FOLDER|-`: mails that came back, from files, a Maildir, or the pipe of a mail server (`-`). A mail that says
 * nothing is no failure: a server that hears of one would send it back once more.
 */
export const mailReturned: Command = async ({ database, progress }, args) => {
  if (args.length === 0)
    throw new CommandRefused('Donnez le courriel revenu : jonction mail returned FICHIER, DOSSIER ou -.');
  const counts = new Map<TakenBack, number>();
  let read = 0;
  for (const named of args) {
    for (const file of await filesOf(named)) {
      const raw = file === '-' ? await readAll() : await readStart(file);
      const taken = await database.as({ kind: 'system' }, (tx) => takeBack(tx, raw));
      counts.set(taken, (counts.get(taken) ?? 0) + 1);
      read += 1;
      progress(`${file} : ${words[taken]}`);
    }
  }
  return { exit: 0, result: { read, ...Object.fromEntries(counts) } };
};

async function filesOf(named: string): Promise<string[]> {
  if (named === '-') return ['-'];
  const found = await stat(named).catch(() => {
    throw new CommandRefused(`Impossible de lire ${named}.`);
  });
  if (!found.isDirectory()) return [named];
  const entries = await readdir(named, { withFileTypes: true });
  // A Maildir: what is new, and what another program has looked at already.
  const inside = entries.filter((entry) => entry.isDirectory() && ['new', 'cur'].includes(entry.name));
  const nested = await Promise.all(inside.map(({ name }) => filesOf(path.join(named, name))));
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => path.join(named, name));
  return [...files.sort(), ...nested.flat()];
}

async function readStart(file: string): Promise<string> {
  const handle = await open(file).catch(() => {
    throw new CommandRefused(`Impossible de lire ${file}.`);
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(mostBytes), 0, mostBytes, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function readAll(): Promise<string> {
  let text = '';
  for await (const chunk of process.stdin) if (text.length < mostBytes) text += String(chunk);
  return text.slice(0, mostBytes);
}
