import { Worker } from 'node:worker_threads';
import type { OwnWord } from '@jonction/domain/reference/own-word';
import { parisDayOf } from '@jonction/domain/shared/day';
import { sentence } from '@jonction/domain/shared/words';
import type { CvReading } from './read.ts';
import type { CvReferenceTables } from './reference.ts';
import { type CvFileCode, cvFileWords } from './words.ts';
import type { WorkerAnswer, WorkerQuestion } from './worker.ts';

export interface CvReaderOptions {
  reference: CvReferenceTables;
  /** Longest time for one file, in milliseconds. */
  timeoutMs?: number;
  /** Most memory for one file, in megabytes. */
  maxMb?: number;
  /** The day (`YYYY-MM-DD`) of the reading; today in Paris by default. */
  today?: string;
}

/** A file that gives no reading: the French sentence for the person, the code for other languages. */
export interface CvNotRead {
  error: string;
  code: CvFileCode;
  facts: Record<string, string | number>;
}

export interface CvReader {
  /** `own`: words of the structure's own for occupations, which come before the reference's. */
  read: (bytes: Uint8Array, own?: readonly OwnWord[]) => Promise<CvReading | CvNotRead>;
  close: () => Promise<void>;
}

const startMs = 30_000;
const watchMs = 50;

/** Reads one file in a thread of its own: see `createCvReader` for several. `file` is the name as given. */
export async function readCvInWorker(
  bytes: Uint8Array,
  fileName: string,
  options: CvReaderOptions,
): Promise<({ file: string } & CvReading) | ({ file: string } & CvNotRead)> {
  const reader = createCvReader(options);
  try {
    return { file: fileName, ...(await reader.read(bytes)) };
  } finally {
    await reader.close();
  }
}

/**
 * A thread that reads CVs one after the other, the reference indexed once. A file that takes too long or too much
 * memory ends as a sentence: the thread is stopped, and another one reads the next file. The thread gets no
 * environment: a hostile file finds no secret there.
 */
export function createCvReader(options: CvReaderOptions): CvReader {
  const { timeoutMs = 10_000, maxMb = 256 } = options;
  let worker: Promise<Worker> | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  const readOne = async (bytes: Uint8Array, own: readonly OwnWord[]): Promise<CvReading | CvNotRead> => {
    worker ??= startWorker(options.reference, maxMb);
    const running = await worker;
    const question: WorkerQuestion = { bytes, own, today: options.today ?? parisDayOf(new Date()) };
    const answer = await ask(running, question, timeoutMs, maxMb);
    if (typeof answer === 'string') {
      worker = null;
      await running.terminate();
      return notRead(answer);
    }
    return answer.kind === 'refused' ? notRead(answer.code, answer.facts) : answer.reading;
  };
  return {
    read: (bytes, own = []) => {
      const reading = queue.then(() => readOne(bytes, own));
      queue = reading.catch(() => undefined);
      return reading;
    },
    close: async () => {
      await queue;
      const running = worker;
      worker = null;
      if (running) await (await running).terminate();
    },
  };
}

function notRead(code: CvFileCode, facts: Record<string, string | number> = {}): CvNotRead {
  return { error: sentence(cvFileWords, 'fr', code, facts), code, facts };
}

function startWorker(reference: CvReferenceTables, maxMb: number): Promise<Worker> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: reference,
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: maxMb, maxYoungGenerationSizeMb: 48 },
  });
  // What a library prints about a file is nobody's to read, and must not pile up.
  worker.stdout.resume();
  worker.stderr.resume();
  worker.unref();
  // An error between two files must not end the program: the next question finds the thread gone.
  worker.on('error', () => undefined);
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the CV reader did not start')), startMs);
    const onError = (error: unknown): void => {
      clearTimeout(late);
      reject(error);
    };
    worker.once('error', onError);
    worker.once('message', () => {
      clearTimeout(late);
      worker.off('error', onError);
      resolve(worker);
    });
  });
}

type Settled = Exclude<WorkerAnswer, { kind: 'ready' }> | 'cv_file.too_long' | 'cv_file.too_heavy' | 'cv_file.broken';

function ask(worker: Worker, question: WorkerQuestion, timeoutMs: number, maxMb: number): Promise<Settled> {
  const before = process.memoryUsage.rss();
  return new Promise((resolve) => {
    const settle = (answer: Settled): void => {
      clearTimeout(late);
      clearInterval(watch);
      worker.off('message', onMessage);
      worker.off('error', onError);
      worker.off('exit', onExit);
      resolve(answer);
    };
    const onMessage = (answer: WorkerAnswer): void => {
      if (answer.kind !== 'ready') settle(answer);
    };
    const onError = (error: unknown): void => {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      settle(code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'cv_file.too_heavy' : 'cv_file.broken');
    };
    const onExit = (): void => settle('cv_file.broken');
    const late = setTimeout(() => settle('cv_file.too_long'), timeoutMs);
    // The limits of a thread bound its heap, not the buffers beside it: those show in the process.
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > 2 * maxMb * 1_000_000) settle('cv_file.too_heavy');
    }, watchMs);
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.on('exit', onExit);
    worker.postMessage(question);
  });
}
