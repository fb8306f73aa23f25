import { parentPort, workerData } from 'node:worker_threads';
import { compilePdf } from './compile.ts';
import type { Printed } from './printed.ts';

/** The thread of `print.ts`: sets the one paper that it was started with, answers, and ends. */
export interface PrintTask {
  printed: Printed;
  at: Date;
}

const { printed, at } = workerData as PrintTask;
parentPort?.postMessage(compilePdf(printed, at));
