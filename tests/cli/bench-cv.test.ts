import { benchCv } from '@jonction/api/cli/bench/cv';
import { commands } from '@jonction/api/cli/commands';
import type { CommandContext } from '@jonction/api/cli/context';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { corpusFolders, labelledCvs } from '../support/cv-corpus.ts';
import { type Product, startProduct } from '../support/product.ts';

// A machine without a browser: what the bench promises to bear, and what makes this test cheap.
vi.mock('../support/cv-corpus-printer.ts', () => ({
  openPrinter: () => Promise.reject(new Error('no browser here')),
}));

let product: Product;
let answer: Awaited<ReturnType<typeof benchCv>>;
const said: string[] = [];

interface Bench {
  bench: string;
  reference: string;
  figures: { id: string; value: number; unit: string; goal?: number | null; reached?: boolean | null }[];
}
const result = () => answer.result as unknown as Bench;
const figureOf = (name: string) => result().figures.find((one) => one.id === name);

beforeAll(async () => {
  product = await startProduct();
  const { services } = product.app;
  const progress = (words: string) => void said.push(words);
  const context: CommandContext = { database: product.system, services, structureId: null, userId: null, progress };
  answer = await benchCv(context, []);
});
afterAll(() => product.close());

describe('bench cv', () => {
  it('is a command of the tool', () => {
    expect(commands.map(({ name }) => name)).toContain('bench cv');
  });

  it('says what it does without: a browser, the official table', () => {
    expect(said[0]).toBe('Sans navigateur : les CV en PDF ne sont pas faits.');
    expect(said).toContain('Sans table officielle : chargez-la par « reference rome ».');
    expect(result().reference).toBe('own');
  });

  it('counts the CVs that it read: those that need no browser, of each folder apart', () => {
    for (const folder of corpusFolders) {
      const made = labelledCvs(folder).filter(({ source }) => source.format !== 'pdf').length;
      expect(figureOf(`${folder}_n`)?.value).toBe(made);
      expect(said).toContain(`${folder} : ${made} CV`);
    }
  });

  it('prints precision, recall and F1 of each field, F1 between the two', () => {
    for (const folder of corpusFolders) {
      for (const field of ['occupations', 'licences', 'languages', 'skills', 'years', 'contact']) {
        const [precision, recall, f1] = ['precision', 'recall', 'f1'].map(
          (name) => figureOf(`${folder}_${field}_${name}`)?.value ?? Number.NaN,
        );
        for (const share of [precision, recall, f1]) {
          expect(share, `${folder} ${field}`).toBeGreaterThanOrEqual(0);
          expect(share, `${folder} ${field}`).toBeLessThanOrEqual(1);
        }
        const [least, most] = [Math.min(precision ?? 0, recall ?? 0), Math.max(precision ?? 0, recall ?? 0)];
        expect(f1).toBeGreaterThanOrEqual(least - 1e-9);
        expect(f1).toBeLessThanOrEqual(most + 1e-9);
      }
    }
  });

  it('reads well what it was tuned on, told of nobody’s life', () => {
    expect(figureOf('tuning_licences_f1')?.value).toBeGreaterThan(0.9);
    expect(figureOf('tuning_languages_f1')?.value).toBeGreaterThan(0.9);
    expect(figureOf('tuning_told')?.value).toBe(0);
    expect(figureOf('tuning_read_mean')?.value).toBeGreaterThan(0);
  });

  it('ends in part where a goal is missed, and says each figure on a line', () => {
    const missed = answer.words?.split('\n').length ?? 0;
    expect(missed).toBeGreaterThanOrEqual(result().figures.length);
    expect([0, 1, 2]).toContain(answer.exit);
    // Without the official table no occupation of it can be found: the goal is missed, and the command says so.
    expect(answer.exit).not.toBe(0);
  });

  it('prints nothing that a CV says: figures alone', () => {
    const printed = JSON.stringify(answer);
    for (const { labels } of corpusFolders.flatMap(labelledCvs)) {
      if (labels.contact.lastName) expect(printed).not.toContain(labels.contact.lastName);
    }
  });
});
