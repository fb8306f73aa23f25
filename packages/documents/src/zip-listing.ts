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

export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 0x03 || head[2] === 0x05);
}
