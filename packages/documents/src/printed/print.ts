import { Worker } from 'node:worker_threads';
import type { Printed } from './printed.ts';
import type { PrintTask } from './worker.ts';

const timeoutMs = 30_000;

/**
 * A paper as a tagged PDF, set in a thread of its own: a long one keeps nobody waiting. The same paper of the same instant is the
 * same file, byte for byte.
 */
export function printPdf(printed: Printed, at: Date): Promise<Uint8Array> {
  const task: PrintTask = { printed, at };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: task,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  return new Promise((resolve, reject) => {
    const end = (work: () => void): void => {
      clearTimeout(late);
      work();
      void worker.terminate();
    };
    const late = setTimeout(() => end(() => reject(new Error('the paper took too long to set'))), timeoutMs);
    worker.once('message', (file: Uint8Array) => end(() => resolve(file)));
    worker.once('error', (error) => end(() => reject(error)));
    worker.once('exit', () => end(() => reject(new Error('the paper was not set'))));
  });
}
