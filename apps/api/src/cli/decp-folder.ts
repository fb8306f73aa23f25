import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Database } from '@jonction/db/client';
import { keepFile, knownFiles } from '@jonction/db/published/files';
import type { Changes } from '@jonction/documents/decp/changes';

/** A record that did not come in, or a field of one that did and could not be read. */
export interface Remark {
  file: string;
  /** From 1 in the order of the file; 0 for the file itself. */
  record: number;
  field: string;
  reason: string;
}

export interface Told {
  rejected: Remark[];
  warnings: Remark[];
}

/** Records that came in, and what became of them. */
export type Taken = Changes & { good: number };

export interface FolderFile extends Taken {
  file: string;
  /** `known`: what it holds came in before, under whatever name; `refused`: it cannot be read as a whole. */
  state: 'taken' | 'known' | 'refused';
  rejected: number;
}

interface Of {
  database: Database;
  progress: (line: string) => void;
  told: Told;
  take: (files: readonly string[]) => Promise<Taken>;
}

const system = { kind: 'system' } as const;
const nothing: Taken = { good: 0, created: 0, updated: 0, unchanged: 0 };

/**
 * The files of a folder, one after the other in the order of their names, hidden ones left out. A file is written down once it came in
 * whole; one that cannot be read is not, and is tried again another day.
 */
export async function* takeFolder({ database, progress, told, take }: Of, folder: string): AsyncGenerator<FolderFile> {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
  for (const [at, name] of names.entries()) {
    const file = path.join(folder, name);
    const sha256 = await hashOf(file);
    const { size } = await stat(file);
    const known = await database.as(system, (tx) => knownFiles(tx, [sha256]));
    progress(`${file} (${at + 1} sur ${names.length})${known.has(sha256) ? ' : déjà pris' : ''}`);
    if (known.has(sha256)) {
      yield { ...nothing, file, state: 'known', rejected: 0 };
      continue;
    }
    const before = told.rejected.length;
    const taken = await take([file]);
    const own = told.rejected.slice(before);
    const refused = own.some(({ record }) => record === 0);
    if (!refused) {
      const { good, ...changes } = taken;
      const read = good + own.length;
      const counts = { ...changes, read, rejected: own.length };
      await database.as(system, (tx) => keepFile(tx, { sha256, name: name.slice(0, 300), bytes: size, ...counts }));
    }
    yield { ...taken, file, state: refused ? 'refused' : 'taken', rejected: own.length };
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
