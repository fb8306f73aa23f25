import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rawContract, readText } from './fixtures.ts';

const count = 12;
const raws = Array.from({ length: count }, (_, at) => rawContract({ id: `2024-${at}` }));
const files = {
  'one line': JSON.stringify({ marches: { marche: raws } }),
  indented: JSON.stringify({ marches: raws }, null, 2),
  lines: raws.map((raw) => JSON.stringify(raw)).join('\n'),
};

describe.each(Object.entries(files))('a file written as %s', (_, text) => {
  const inRecords = fc.integer({ min: text.indexOf('"id"'), max: text.lastIndexOf('"modifications"') });

  it('loses at most two contracts to one wrong character, wherever it is', async () => {
    await fc.assert(
      fc.asyncProperty(inRecords, fc.constantFrom(...'{}[]",:\\x\n'), fc.boolean(), async (at, wrong, insert) => {
        const damaged = text.slice(0, at) + wrong + text.slice(insert ? at : at + 1);
        const good = (await readText(damaged)).filter((read) => read.ok);
        expect(good.length).toBeGreaterThanOrEqual(count - 2);
        expect(good.length).toBeLessThanOrEqual(count + 1);
      }),
      { numRuns: 200 },
    );
  });

  it('gives every contract before the place where it was cut', async () => {
    await fc.assert(
      fc.asyncProperty(inRecords, fc.integer({ min: 1, max: 400 }), async (at, chunkBytes) => {
        const whole = (text.slice(0, at).match(/"id": ?"2024-/g) ?? []).length - 1;
        const good = (await readText(text.slice(0, at), chunkBytes)).filter((read) => read.ok);
        expect(good.length).toBeGreaterThanOrEqual(whole);
      }),
      { numRuns: 100 },
    );
  });
});

it('never fails on bytes that are no file of contracts at all', async () => {
  const junk = fc.array(fc.constantFrom(...'{}[]",:\\ \n', '"marches":', '"id":"1"', 'é', '0'), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(junk, async (parts) => {
      for (const start of ['{', '[']) {
        const reads = await readText(`${start}${parts.join('')}`, 5);
        expect(reads.map((read) => read.record)).toEqual(reads.map((_, at) => at + 1));
      }
    }),
    { numRuns: 200 },
  );
});
