import { parentPort, workerData } from 'node:worker_threads';
import { withOwnWords } from '@jonction/domain/reference/occupation-search';
import type { OwnWord } from '@jonction/domain/reference/own-word';
import { cvTextOf } from '../cv-text.ts';
import { type CvReading, readCv } from './read.ts';
import { buildCvReference, type CvReferenceTables } from './reference.ts';
import { CvFileRefused } from './source.ts';
import type { CvFileCode } from './words.ts';

/** What the reader's thread is asked, one file at a time. */
export interface WorkerQuestion {
  bytes: Uint8Array;
  today: string;
  /** Words of the structure's own for occupations. */
  own: readonly OwnWord[];
}

export type WorkerAnswer =
  | { kind: 'ready' }
  | { kind: 'read'; reading: CvReading }
  | { kind: 'refused'; code: CvFileCode; facts: Record<string, string | number> };

const tables: CvReferenceTables = workerData;
const reference = buildCvReference(tables);

async function answer({ bytes, today, own }: WorkerQuestion): Promise<WorkerAnswer> {
  try {
    const occupations = withOwnWords(reference.occupations, own);
    return { kind: 'read', reading: readCv(await cvTextOf(bytes), { ...reference, occupations }, { today }) };
  } catch (error) {
    if (error instanceof CvFileRefused) return { kind: 'refused', code: error.code, facts: error.facts };
    // A library that stumbles over a file, or a stack it exhausts: the file is at fault for the person who sent it.
    return { kind: 'refused', code: 'cv_file.broken', facts: {} };
  }
}

function say(message: WorkerAnswer): void {
  parentPort?.postMessage(message);
}

parentPort?.on('message', (question: WorkerQuestion) => {
  void answer(question).then(say);
});
say({ kind: 'ready' });
