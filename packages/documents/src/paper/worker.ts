import { parentPort, workerData } from 'node:worker_threads';
import type { PaperKind } from './kind.ts';
import { readPaper } from './read-paper.ts';

/** The thread of `check-in-worker.ts`: reads the one file that it was started with, answers, and ends. */
const { bytes, kind }: { bytes: Uint8Array; kind: PaperKind } = workerData;

parentPort?.postMessage(await readPaper(bytes, kind));
