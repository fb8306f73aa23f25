import { unzipSync } from 'fflate';

export interface ZipListing {
  names: ReadonlySet<string>;
  /** What all the files within declare to be, unfolded. */
  unfoldedBytes: number;
}

/** The names within an archive, without unfolding any; null when it is no archive or a broken one. */
export function listZip(bytes: Uint8Array): ZipListing | null {
  const names = new Set<string>();
  let unfoldedBytes = 0;
  try {
    unzipSync(bytes, {
      filter: (file) => {
        names.add(file.name);
        unfoldedBytes += file.originalSize;
        return false;
      },
    });
  } catch {
    return null;
  }
  return { names, unfoldedBytes };
}

const shortBytes = 200;

/** A short text within an archive, as the `mimetype` of OpenDocument; empty when it is not there, or not short. */
export function shortTextIn(bytes: Uint8Array, name: string): string {
  try {
    const found = unzipSync(bytes, { filter: (file) => file.name === name && file.originalSize <= shortBytes })[name];
    return found === undefined ? '' : new TextDecoder('latin1').decode(found.subarray(0, shortBytes));
  } catch {
    return '';
  }
}

export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 0x03 || head[2] === 0x05);
}
