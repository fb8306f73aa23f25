import { median } from './figure.ts';

/** What no ranking that looks at everybody can beat: reading this many bytes a person from memory. */
export const bytesPerRow = 16;
// Far more than any cache holds.
const bufferBytes = 256 * 1024 * 1024;

/** Bytes a millisecond of one sequential read, by the C library's search for a byte that is not there. */
export function measureBandwidth(): number {
  const memory = Buffer.alloc(bufferBytes, 1);
  const runs = Array.from({ length: 7 }, () => {
    const start = performance.now();
    if (memory.indexOf(2) !== -1) throw new Error('a byte that was never written');
    return bufferBytes / (performance.now() - start);
  });
  return median(runs);
}
