import { type CvReading, readCv } from '@jonction/documents/cv/read';
import { buildCvReference, type CvReference } from '@jonction/documents/cv/reference';
import { cvTextOf } from '@jonction/documents/cv-text';
import { beforeAll, describe, expect, test } from 'vitest';
import { type FictitiousCv, fictitiousCvs } from '../support/cv-files.ts';
import { hasRome, officialTables } from '../support/cv-reference.ts';

/**
 * How well fictitious CVs are read, field by field. Labels were written before the reader; the `final` third was
 * not looked at while it was tuned. The bounds are below what was measured, so that they only break on a loss.
 */
describe.skipIf(!hasRome)('reading 40 fictitious CVs with the official tables (JONCTION_DATA_DIR)', () => {
  let reference: CvReference;
  const readings = new Map<FictitiousCv, CvReading>();
  beforeAll(async () => {
    reference = buildCvReference(await officialTables());
    for (const cv of fictitiousCvs())
      readings.set(cv, readCv(await cvTextOf(cv.bytes), reference, { today: '2026-04-01' }));
  }, 240_000);

  test.each(['tune', 'final'] as const)('the %s set keeps its precision and recall', (set) => {
    const scores = fields.map(({ field, found, wanted, bound }) => {
      let right = 0;
      let given = 0;
      let expected = 0;
      for (const [cv, reading] of readings) {
        if (cv.labels.set !== set) continue;
        const want = new Set(wanted(cv));
        const got = new Set(found(reading, want));
        right += [...got].filter((value) => want.has(value)).length;
        given += got.size;
        expected += want.size;
      }
      return { field, precision: right / given, recall: right / expected, f1: (2 * right) / (given + expected), bound };
    });
    for (const { field, precision, recall, f1 } of scores) {
      console.info(
        `${set} ${field}: precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`,
      );
    }
    for (const { field, f1, bound } of scores) expect([field, f1 >= bound]).toEqual([field, true]);
  });

  test('puts in no field what judges nobody’s ability for a job', () => {
    for (const [cv, reading] of readings) {
      const { text, ...fieldsRead } = reading;
      const written = plain(JSON.stringify(fieldsRead));
      for (const words of cv.labels.never)
        expect([cv.name, words, written.includes(plain(words))]).toEqual([cv.name, words, false]);
      expect(text).not.toContain('99 351 042');
    }
  });

  test('gives each proposal the words it comes from', () => {
    for (const [cv, reading] of readings) {
      const source = plain(reading.text);
      const { skills, licences, languages, experience } = reading.passages;
      const passages = [
        ...reading.occupations.map(({ passage }) => passage),
        ...Object.values({ ...skills, ...licences, ...languages }),
      ];
      expect(Object.keys(licences)).toEqual(reading.licences);
      expect(experience).toHaveLength(reading.experience.length);
      for (const passage of passages) {
        const pieces = plain(passage)
          .split(/ \(| - |\)$/)
          .filter(Boolean);
        expect([cv.name, passage, pieces.every((piece) => source.includes(piece))]).toEqual([cv.name, passage, true]);
      }
    }
  });
});

interface Field {
  field: string;
  found: (reading: CvReading, wanted: ReadonlySet<string>) => string[];
  wanted: (cv: FictitiousCv) => string[];
  bound: number;
}

const fields: readonly Field[] = [
  {
    field: 'occupations',
    found: ({ occupations }) => occupations.map(({ rome }) => rome),
    wanted: ({ labels }) => labels.occupations,
    bound: 0.95,
  },
  {
    field: 'skills',
    // These labels list what stands under a heading of skills, not the tasks of jobs: only what is missed is counted.
    found: ({ skills }, wanted) => skills.map(({ label }) => plain(label)).filter((label) => wanted.has(label)),
    wanted: ({ labels }) => labels.skills.map(plain),
    // Two tasks joined by "et" are read as two skills, where these labels keep one, and qualities of character among them are left out.
    bound: 0.9,
  },
  { field: 'licences', found: ({ licences }) => licences, wanted: ({ labels }) => labels.licences, bound: 0.95 },
  {
    field: 'languages',
    found: ({ languages }) => languages.map(({ code, level }) => `${code} ${level ?? '-'}`),
    wanted: ({ labels }) => labels.languages.map(([code, level]) => `${code} ${level ?? '-'}`),
    bound: 0.97,
  },
  {
    field: 'years',
    found: ({ experience }) => experience.map(({ from, to }) => `${from ?? ''}..${to ?? ''}`),
    wanted: ({ labels }) => labels.experience.map(([, from, to]) => `${from}..${to ?? ''}`),
    bound: 0.95,
  },
  {
    field: 'job labels',
    found: ({ experience }) => experience.map(({ label }) => plain(label)),
    wanted: ({ labels }) => labels.experience.map(([label]) => plain(label)),
    bound: 0.93,
  },
  {
    field: 'contact',
    found: ({ contact }) =>
      Object.entries(contact).flatMap(([key, value]) => (value === null ? [] : [`${key}=${value}`])),
    wanted: ({ labels }) => Object.entries(labels.contact).map(([key, value]) => `${key}=${value}`),
    bound: 0.95,
  },
];

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\\t|\s+/g, ' ')
    .trim();
}
