import { occupationTable } from '../reference/occupations.ts';
import { type Command, CommandRefused } from './context.ts';
import { readTitles, tryTitles } from './titles-tried.ts';

/** `titles FILE.csv`: how well the product's search of occupations does on titles whose code is known; counts, not rates. */
export const titlesCommand: Command = async ({ database, progress }, args) => {
  const [file] = args;
  if (!file) throw new CommandRefused('Donnez le fichier : jonction titles FICHIER.csv, colonnes title et rome.');
  const rows = await readTitles(file, { title: ['title'], rome: ['rome'] });
  if (rows === null) throw new CommandRefused(`${file} : fichier absent, ou sans les colonnes title et rome.`);
  const titles = rows.filter(({ title, rome }) => title !== '' && rome !== '');
  if (titles.length === 0) throw new CommandRefused(`${file} : aucune ligne avec un intitulé et un code.`);
  const table = await database.as({ kind: 'system' }, occupationTable);
  progress(`${titles.length} intitulés, table des métiers : ${table.version}`);
  return { exit: 0, result: { ...tryTitles(table, titles) } };
};
