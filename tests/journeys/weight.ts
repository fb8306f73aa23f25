import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

/** Where the pages are built: by the start of the product, never by a test. */
export const build = fileURLToPath(new URL('../../apps/web/build', import.meta.url));

/** What a browser that comes for the first time fetches to show a page whole: scripts and styles, compressed. */
export interface PageWeight {
  /** The route, as its folders name it, without the groups in brackets. */
  page: string;
  scriptBytes: number;
  styleBytes: number;
}

interface Manifest {
  client: { imports: readonly string[]; stylesheets: readonly string[] };
  routes: readonly { id: string; page: { layouts: readonly (number | undefined)[]; leaf: number } | null }[];
}

/** Weighs every page of the build from its own manifest: the start of the scripts, its layouts, the page itself; each file once. */
export async function weighPages(folder: string = build): Promise<PageWeight[]> {
  const { manifest }: { manifest: Manifest } = await import(
    pathToFileURL(path.join(folder, 'server', 'manifest.js')).href
  );
  const sizes = new Map<string, number>();
  const bytesOf = (file: string): number => {
    const known = sizes.get(file);
    if (known !== undefined) return known;
    const size = gzipSync(readFileSync(path.join(folder, 'client', file)), { level: 9 }).length;
    sizes.set(file, size);
    return size;
  };
  const sum = (files: Iterable<string>): number => [...files].reduce((total, file) => total + bytesOf(file), 0);
  return manifest.routes.flatMap(({ id, page }) => {
    if (page === null) return [];
    const nodes = [...page.layouts, page.leaf].filter((node) => node !== undefined);
    const parts = nodes.map((node) => readFileSync(path.join(folder, 'server', 'nodes', `${node}.js`), 'utf8'));
    const scripts = new Set([...manifest.client.imports, ...parts.flatMap((part) => listIn(part, 'imports'))]);
    const styles = new Set([...manifest.client.stylesheets, ...parts.flatMap((part) => listIn(part, 'stylesheets'))]);
    return [{ page: id.replaceAll(/\/\([^)]+\)/g, ''), scriptBytes: sum(scripts), styleBytes: sum(styles) }];
  });
}

/** `export const imports = ["...", ...];` of a node of the manifest, read and not run: it would start the page's own code. */
function listIn(node: string, name: 'imports' | 'stylesheets'): string[] {
  const written = new RegExp(`export const ${name} = (\\[[^\\]]*\\]);`).exec(node)?.[1];
  if (written === undefined) throw new Error(`a page of the build does not say its ${name}`);
  return JSON.parse(written) as string[];
}
