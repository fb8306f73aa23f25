import { zipSync } from 'fflate';

/** Several files as one `.zip`, in the order given; the same files of the same instant are the same archive. */
export function bundle(files: Readonly<Record<string, Uint8Array>>, at: Date): Uint8Array {
  return zipSync({ ...files }, { mtime: at });
}
