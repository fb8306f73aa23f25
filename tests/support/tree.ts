import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const passed = new Set(['node_modules', 'build', '.svelte-kit', '.git', '.data', 'test-results', 'playwright-report']);

export interface SourceFile {
  /** From the root of the project, with `/`. */
  path: string;
  name: string;
  text: string;
  lines: number;
}

/** Every file of ours below some folders whose name ends as asked. */
export function sourceFiles(folders: readonly string[], endings: readonly string[]): SourceFile[] {
  const found: SourceFile[] = [];
  const walk = (folder: string) => {
    for (const name of readdirSync(path.join(root, folder))) {
      const place = `${folder}/${name}`;
      if (passed.has(name)) continue;
      if (statSync(path.join(root, place)).isDirectory()) walk(place);
      else if (endings.some((ending) => name.endsWith(ending))) found.push(read(place, name));
    }
  };
  for (const folder of folders) walk(folder);
  return found;
}

function read(place: string, name: string): SourceFile {
  const text = readFileSync(path.join(root, place), 'utf8');
  return { path: place, name, text, lines: text.split('\n').length - 1 };
}
