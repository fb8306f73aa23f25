import { runVectors } from '@jonction/api/cli/vectors';
import { beforeAll, describe, expect, it } from 'vitest';

/** Worked apart from the product, in exact fractions: a second reading of the rules that shares no line of code with the first. */
describe('our own worked cases', () => {
  let result: Awaited<ReturnType<typeof runVectors>>;

  beforeAll(async () => {
    result = await runVectors(new URL('.', import.meta.url).pathname);
  });

  it('all pass, and each failure says what differs', () => {
    expect(result.failures).toEqual([]);
    expect(result.failed).toBe(0);
  });

  it.each([
    ['hours', 40],
    ['targets', 50],
    ['eligibility', 25],
    ['contract_status', 15],
    ['matching', 10],
  ])('hold the suite %s, at least %d cases of it', (suite, least) => {
    expect(result.suites[suite]?.passed).toBeGreaterThanOrEqual(least);
  });
});
