import { parentPort, workerData } from 'node:worker_threads';
import { openSheet } from '../sheet.ts';

/** The thread of `open-in-worker.ts`: reads the one file that it was started with, answers, and ends. */
const bytes: unknown = workerData;

async function* once(chunk: Uint8Array): AsyncGenerator<Uint8Array> {
  yield chunk;
}

if (bytes instanceof Uint8Array) parentPort?.postMessage(await openSheet(once(bytes)));
