import { existsSync } from 'node:fs';
import { runVectors } from '@jonction/api/cli/vectors';
import { beforeAll, describe, expect, it } from 'vitest';

const dir = process.env.CASES_DIR ?? '';

describe.skipIf(!existsSync(dir))('the worked cases of CASES_DIR (skipped: set it to a folder of *.json cases)', () => {
  let result: Awaited<ReturnType<typeof runVectors>>;

  beforeAll(async () => {
    result = await runVectors(dir);
  });

  it('all pass, and each failure says what differs', () => {
    expect(result.failures).toEqual([]);
    expect(result.failed).toBe(0);
    expect(result.passed).toBeGreaterThan(0);
  });

  it.each(['hours', 'targets', 'eligibility', 'contract_status', 'matching'])('hold cases of the suite %s', (suite) => {
    expect(result.suites[suite]?.passed).toBeGreaterThan(0);
  });
});
