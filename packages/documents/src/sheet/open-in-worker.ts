import { Worker } from 'node:worker_threads';
import { type Decision, refused } from '@jonction/domain/shared/decision';
import type { SheetRefusal, Workbook } from '../sheet.ts';

export interface SheetThreadLimits {
  timeoutMs: number;
  maxMb: number;
}

const usual: SheetThreadLimits = { timeoutMs: 30_000, maxMb: 512 };

/**
 * `openSheet` in a thread of its own with a limit of time and of memory, for files that came from outside. What takes too
 * much ends as a refusal; the thread gets no environment: a hostile file finds no secret there.
 */
export function openSheetInWorker(
  bytes: Uint8Array,
  { timeoutMs, maxMb }: SheetThreadLimits = usual,
): Promise<Decision<Workbook, SheetRefusal | 'sheet.too_heavy'>> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: bytes,
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: maxMb, maxYoungGenerationSizeMb: 48 },
  });
  // What a library prints about a file is nobody's to read, and must not pile up.
  worker.stdout.resume();
  worker.stderr.resume();
  return new Promise((resolve) => {
    const settle = (answer: Decision<Workbook, SheetRefusal | 'sheet.too_heavy'>): void => {
      clearTimeout(late);
      resolve(answer);
      void worker.terminate();
    };
    const late = setTimeout(() => settle(refused('sheet.too_heavy')), timeoutMs);
    worker.once('message', (answer: Decision<Workbook, SheetRefusal>) => settle(answer));
    worker.once('error', (error) => {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      settle(refused(code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'sheet.too_heavy' : 'sheet.unreadable'));
    });
    worker.once('exit', () => settle(refused('sheet.unreadable')));
  });
}
