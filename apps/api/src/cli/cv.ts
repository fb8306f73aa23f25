import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Database } from '@jonction/db/client';
import type { CvReading } from '@jonction/documents/cv/read';
import { type CvNotRead, createCvReader } from '@jonction/documents/cv/read-in-worker';
import { occupationTable } from '../reference/occupations.ts';
import { type Command, CommandRefused } from './context.ts';

/** `cv FILE...`: what the product reads in each file, by the same reader as the screens; nothing is kept. */
export const cvCommand: Command = async ({ database, progress }, args) => {
  if (args.length === 0) throw new CommandRefused('Donnez au moins un fichier : jonction cv FICHIER...');
  const reader = await openCvReader(database);
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
      const { passages: _, ...reading } = read;
      files.push({ file, ...reading });
    }
  } finally {
    await reader.close();
  }
  return { exit: failed === 0 ? 0 : failed < args.length ? 1 : 2, result: { files } };
};

export interface OpenCvReader {
  /** `own`, or the version of ROME that the base holds. */
  version: string;
  read(bytes: Uint8Array): Promise<CvReading | CvNotRead>;
  close(): Promise<void>;
}

/** The reader of the screens over the occupations of this base: what the command prints, and what its bench measures. */
export async function openCvReader(database: Database): Promise<OpenCvReader> {
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
  return {
    version: table.version,
    async read(bytes) {
      const read = await reader.read(bytes);
      if ('error' in read || table.version !== 'own') return read;
      // The product's own table has words and no ROME items: there is none to name.
      return { ...read, skills: read.skills.map(({ label }) => ({ label, item: null })) };
    },
    close: () => reader.close(),
  };
}
