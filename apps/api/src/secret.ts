import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeFolder } from '@jonction/db/embedded/make-folder';
import type { Env } from './env.ts';

/**
 * What signs the sessions and wraps the keys of the vault: `SECRET`, else the one of the data folder, made at
 * its first start and readable by its owner only. Losing it loses what is encrypted.
 */
export function readSecret(env: Pick<Env, 'secret' | 'dataDir'>): string {
  if (env.secret !== null) return env.secret;
  const file = path.join(env.dataDir, 'secret');
  const known = readIfThere(file);
  if (known !== null) return known;
  makeFolder(env.dataDir);
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, randomBytes(48).toString('base64url'), { mode: 0o600 });
    // A link, unlike a renaming, does not replace the secret that another first start just made.
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8').trim();
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
