import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createCvReader } from '@jonction/documents/cv/read-in-worker';
import { occupationTable } from '../reference/occupations.ts';
import { type Command, CommandRefused } from './context.ts';

/** `cv FILE...`: what the product reads in each file, by the same reader as the screens; nothing is kept. */
export const cvCommand: Command = async ({ database, progress }, args) => {
  if (args.length === 0) throw new CommandRefused('Donnez au moins un fichier : jonction cv FICHIER...');
  const table = await database.as({ kind: 'system' }, occupationTable);
  const reader = createCvReader({
    reference: {
      occupations: table.occupations.map(({ code, label, titles, newTitles = [] }) => ({
        code,
        label,
        titles,
        newTitles,
      })),
      skills: table.skills,
    },
  });
  const files: Record<string, unknown>[] = [];
  let failed = 0;
  try {
    for (const file of args) {
      progress(path.basename(file));
      const bytes = await readFile(file).catch(() => null);
      const read = bytes === null ? { error: `Impossible de lire ${file}.` } : await reader.read(new Uint8Array(bytes));
      if ('error' in read) {
        failed += 1;
        files.push({ file, error: read.error });
        continue;
      }
      const { passages: _, skills, ...reading } = read;
      // The product's own table has words and no ROME items: there is none to name.
      const items = table.version === 'own' ? skills.map(({ label }) => ({ label, item: null })) : skills;
      files.push({ file, ...reading, skills: items });
    }
  } finally {
    await reader.close();
  }
  return { exit: failed === 0 ? 0 : failed < args.length ? 1 : 2, result: { files } };
};
