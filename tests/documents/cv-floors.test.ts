import { type CvField, countsOf, rates, sumOf, toldOf } from '@jonction/api/cli/bench/cv-scores';
import { type CvReading, readCv } from '@jonction/documents/cv/read';
import { buildCvReference, type CvReferenceTables } from '@jonction/documents/cv/reference';
import { cvTextOf } from '@jonction/documents/cv-text';
import { occupations } from '@jonction/domain/reference/occupations';
import { beforeAll, describe, expect, it } from 'vitest';
import { fileOfCv, type LabelledCv, labelledCvs } from '../support/cv-corpus.ts';
import { hasRome, officialTables } from '../support/cv-reference.ts';

/**
 * Half of the way from nothing to the goals of `bench cv`, and more where more is surely held: figures that break on a loss
 * and not on a day's work. Word and OpenDocument files only, since a PDF is printed by a browser.
 */
type Floors = Partial<Record<CvField, number>>;

const ownTables: CvReferenceTables = { occupations, skills: [] };
const readings = new Map<LabelledCv, CvReading>();

async function readAll(tables: CvReferenceTables): Promise<void> {
  const reference = buildCvReference(tables);
  readings.clear();
  for (const cv of [...labelledCvs('tuning'), ...labelledCvs('kept')]) {
    if (cv.source.format === 'pdf') continue;
    const source = await cvTextOf(await fileOfCv(cv, null));
    readings.set(cv, readCv(source, reference, { today: '2026-11-01' }));
  }
}

function lost(folder: 'tuning' | 'kept', floors: Floors): string[] {
  const names = new Set(labelledCvs(folder).map(({ name }) => name));
  const counts = [...readings].filter(([{ name }]) => names.has(name)).map(([cv, read]) => countsOf(read, cv.labels));
  expect(counts).toHaveLength(folder === 'tuning' ? 66 : 8);
  return (Object.entries(floors) as [CvField, number][])
    .filter(([field, floor]) => rates(sumOf(counts.map((count) => count[field]))).f1 < floor)
    .map(([field]) => field);
}

describe('with the product’s own occupations', () => {
  beforeAll(() => readAll(ownTables), 240_000);

  it('reads what needs no official table in the CVs it was tuned on', () => {
    expect(lost('tuning', { licences: 0.9, languages: 0.9, skills: 0.7, years: 0.8, contact: 0.9 })).toEqual([]);
  });

  it('reads it in those it was not tuned on', () => {
    expect(lost('kept', { licences: 0.7, languages: 0.8, years: 0.7, contact: 0.8 })).toEqual([]);
  });

  it('puts in no field of a CV it was tuned on what no field may hold', () => {
    const tuned = new Set(labelledCvs('tuning').map(({ name }) => name));
    const told = [...readings].flatMap(([cv, read]) => (tuned.has(cv.name) ? toldOf(read, cv.labels.never) : []));
    expect(told).toEqual([]);
  });
});

describe.skipIf(!hasRome)('with the official occupations (JONCTION_DATA_DIR)', () => {
  beforeAll(async () => readAll(await officialTables()), 240_000);

  it('finds the occupations of the CVs it was tuned on', () => {
    expect(lost('tuning', { occupations: 0.8, skills: 0.7, years: 0.8 })).toEqual([]);
  });

  it('finds those of the CVs it was not tuned on', () => {
    expect(lost('kept', { occupations: 0.7, years: 0.7 })).toEqual([]);
  });
});
