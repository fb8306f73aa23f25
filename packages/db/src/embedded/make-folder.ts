import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes a folder with those above it, one level at a time; `mode` is that of the folders it makes. Throws the system's error.
 * The recursive making of Node never returns where a parent that is there answers that it is not, as `/proc` does.
 */
export function makeFolder(folder: string, options: { mode?: number } = {}): void {
  const above = path.dirname(folder);
  if (above !== folder && statSync(above, { throwIfNoEntry: false }) === undefined) makeFolder(above, options);
  try {
    mkdirSync(folder, options);
  } catch (error) {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}
