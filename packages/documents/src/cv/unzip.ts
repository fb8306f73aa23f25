import { unzipSync } from 'fflate';
import { CvFileRefused } from './source.ts';

const mostBytes = 40_000_000;
const mostEntries = 3000;

/**
 * The wanted entries of an archive. The size an entry declares is the room it gets, so a lie cannot make it
 * grow: what is declared is bounded (40 MB in all) before anything is decompressed.
 */
export function unzipWanted(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  let total = 0;
  let entries = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (++entries > mostEntries) throw new CvFileRefused('cv_file.expands');
        if (!wanted(name)) return false;
        total += originalSize;
        if (total > mostBytes) throw new CvFileRefused('cv_file.expands');
        return true;
      },
    });
    return new Map(Object.entries(files));
  } catch (error) {
    if (error instanceof CvFileRefused) throw error;
    throw new CvFileRefused('cv_file.broken', {}, { cause: error });
  }
}
