import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Command, CommandRefused } from '../context.ts';
import { type OpenCvReader, openCvReader } from '../cv.ts';
import { type CvCounts, type CvField, type CvLabels, countsOf, rates, sumOf, toldOf } from './cv-scores.ts';
import { atLeast, atMost, type Figure, figure, mean, quantile } from './figure.ts';
import { exitOf, linesOf, machine } from './told.ts';

/** F1 to reach; contact has none. */
const goals: Record<CvField, number | null> = {
  occupations: 0.9,
  licences: 0.9,
  languages: 0.9,
  skills: 0.8,
  years: 0.8,
  contact: null,
};
const fields = Object.keys(goals) as CvField[];
const corpusFolder = fileURLToPath(new URL('../../../../../tests/cv-corpus', import.meta.url));

/**
 * `bench cv`: a hundred and forty-six fictitious CVs, made into real files and read by what `jonction cv` reads with; for each field
 * precision, recall and F1 over all the CVs of a folder together. `tuning` is what the reader was tuned on, `fresh` and
 * `kept` what it was not. What counts as found is written at `countsOf`; words of `never` in any field fail the bench. Without a
 * browser no PDF is printed, and the figures say how many CVs they are of.
 */
export const benchCv: Command = async ({ database, progress }) => {
  if (!existsSync(corpusFolder)) throw new CommandRefused(`Sans CV à lire : ${corpusFolder} est absent.`);
  const corpus = await import('../../../../../tests/support/cv-corpus.ts');
  const { openPrinter } = await import('../../../../../tests/support/cv-corpus-printer.ts');
  const printer = await openPrinter().catch(() => null);
  if (printer === null) progress('Sans navigateur : les CV en PDF ne sont pas faits.');
  const reader = await openCvReader(database);
  if (reader.version === 'own') progress('Sans table officielle : chargez-la par « reference rome ».');
  const figures: Figure[] = [];
  try {
    for (const folder of corpus.corpusFolders) {
      const files: CvToRead[] = [];
      for (const cv of corpus.labelledCvs(folder)) {
        if (cv.source.format === 'pdf' && printer === null) continue;
        files.push({ labels: cv.labels, bytes: await corpus.fileOfCv(cv, printer) });
      }
      progress(`${folder} : ${files.length} CV`);
      figures.push(...(await measure(folder, files, reader)));
    }
  } finally {
    await reader.close();
    await printer?.close();
  }
  return {
    exit: exitOf(figures),
    result: { bench: 'cv', reference: reader.version, figures, machine: machine() },
    words: linesOf(figures, 8).join('\n'),
  };
};

interface CvToRead {
  labels: CvLabels;
  bytes: Uint8Array;
}

async function measure(folder: string, files: readonly CvToRead[], reader: OpenCvReader): Promise<Figure[]> {
  const counts: CvCounts[] = [];
  const took: number[] = [];
  let told = 0;
  for (const { labels, bytes } of files) {
    const started = performance.now();
    const reading = await reader.read(bytes);
    took.push(performance.now() - started);
    if ('error' in reading) throw new CommandRefused(reading.error);
    counts.push(countsOf(reading, labels));
    told += toldOf(reading, labels.never).length;
  }
  const scores = fields.flatMap((field) => {
    const { precision, recall, f1 } = rates(sumOf(counts.map((count) => count[field])));
    return [
      figure(`${folder}_${field}_precision`, precision, 'share'),
      figure(`${folder}_${field}_recall`, recall, 'share'),
      atLeast(`${folder}_${field}_f1`, f1, 'share', goals[field]),
    ];
  });
  return [
    figure(`${folder}_n`, files.length, 'CVs'),
    ...scores,
    atMost(`${folder}_told`, told, 'passages that no field may hold', 0),
    figure(`${folder}_read_mean`, mean(took), 'ms'),
    figure(`${folder}_read_p95`, quantile(took, 0.95), 'ms'),
  ];
}
