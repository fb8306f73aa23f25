import type { CommandRow } from './commands.ts';
import { CommandRefused } from './context.ts';

/** What every command takes besides its own options. */
export const commonOptions = [
  { name: '--json', value: null, says: 'imprime un seul objet JSON' },
  { name: '--structure', value: 'SLUG', says: 'pour quelle structure (la seule, quand il n’y en a qu’une)' },
  { name: '--as', value: 'ADRESSE', says: 'au nom de qui' },
  { name: '--help', value: null, says: 'dit les commandes et leurs options' },
] as const;

/** Refuses an option that the command does not know: passed over, it would be taken for a file, or for nothing. */
export function refuseUnknownOptions(row: Pick<CommandRow, 'name' | 'usage'>, args: readonly string[]): void {
  const own = row.usage.match(/--[a-z-]+/g) ?? [];
  const valued = [...own, ...commonOptions.flatMap(({ name, value }) => (value === null ? [] : [name]))];
  const known = [...own, ...commonOptions.map(({ name }) => name)];
  for (let at = 0; at < args.length; at++) {
    const word = args[at] ?? '';
    if (valued.includes(word)) at++;
    else if (/^-./.test(word) && !known.includes(word)) {
      const takes = known.length > 0 ? known.join(', ') : '';
      throw new CommandRefused(`Option inconnue : ${word}. « jonction ${row.name} » connaît ${takes}.`);
    }
  }
}

/** The commands, or the one that is named, and what all of them take. */
export function helpOf(rows: readonly CommandRow[]): string {
  const options = commonOptions.map(({ name, value, says }) => ({
    usage: value === null ? name : `${name} ${value}`,
    says,
  }));
  const width = Math.max(...[...rows, ...options].map(({ usage }) => usage.length));
  const lines = (all: readonly { usage: string; says: string }[]) =>
    all.map(({ usage, says }) => `  ${usage.padEnd(width)}  ${says}`);
  return [
    rows.length === 1 ? 'Commande :' : 'Commandes :',
    ...lines(rows),
    '',
    'Options de toutes les commandes :',
    ...lines(options),
  ].join('\n');
}
