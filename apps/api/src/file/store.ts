import { createHash } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from '@jonction/db/embedded/make-folder';
import type { Vault } from '../vault/vault.ts';

/** Where files lie: content-addressed, encrypted. The row in `stored_file` says whose they are and who may read. */
export interface FileStore {
  /** Keeps the bytes; the same bytes twice are one file. Answers their SHA-256 in hex. */
  keep(bytes: Uint8Array): Promise<string>;
  read(sha256: string): Promise<Buffer>;
  /** Takes the bytes away, for good; nothing happens when they are gone already. */
  erase(sha256: string): Promise<void>;
}

/** The name under which bytes are kept. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The folder `files` of DATA_DIR. */
export function openFolderStore(dataDir: string, vault: Vault): FileStore {
  const folder = path.join(dataDir, 'files');
  const placeOf = (sha256: string) => path.join(folder, sha256.slice(0, 2), sha256);
  return {
    keep: async (bytes) => {
      const sha256 = sha256Of(bytes);
      const place = placeOf(sha256);
      makeFolder(path.dirname(place), { mode: 0o700 });
      // Written aside, then renamed: a file is whole or absent.
      const aside = `${place}.${crypto.randomUUID()}`;
      await writeFile(aside, vault.sealBytes(sha256, bytes), { mode: 0o600 });
      await rename(aside, place);
      return sha256;
    },
    read: async (sha256) => vault.openBytes(sha256, await readFile(placeOf(sha256))),
    erase: (sha256) => rm(placeOf(sha256), { force: true }),
  };
}
