import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDecp } from '@jonction/documents/decp';
import { canonicalJson } from '@jonction/documents/decp/canonical';
import { type Changes, changesOf } from '@jonction/documents/decp/changes';
import { mergeContract } from '@jonction/documents/decp/merge';
import type { DecpRecord } from '@jonction/documents/decp/record';
import { contractKey, type StoredContract } from '@jonction/documents/decp/stored';
import { describe, expect, it } from 'vitest';

const data = process.env.JONCTION_DATA_DIR;
const files = data ? ['2019', '2024'].flatMap((year) => listed(join(data, 'decp', year))) : [];

function listed(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
}

type Base = Map<string, StoredContract>;
type Counts = Changes & { read: number; rejected: number };

async function readAll(paths: readonly string[]): Promise<{ records: DecpRecord[]; rejected: string[] }> {
  const records: DecpRecord[] = [];
  const rejected: string[] = [];
  for (const path of paths) {
    const opened = await openDecp(path);
    if (!opened.ok) throw new Error(opened.refusal.code);
    for await (const read of opened.value) {
      if (read.ok) records.push(read.contract);
      else rejected.push(`${path} ${read.record} ${JSON.stringify(read.problems)}`);
    }
  }
  return { records, rejected };
}

async function run(base: Base, paths: readonly string[]): Promise<Counts> {
  const { records, rejected } = await readAll(paths);
  const counts = {
    read: records.length + rejected.length,
    rejected: rejected.length,
    created: 0,
    updated: 0,
    unchanged: 0,
  };
  for (const [key, [first, ...others]] of Map.groupBy(records, contractKey)) {
    if (!first) continue;
    const before = base.get(key) ?? null;
    const after = mergeContract(before, [first, ...others]);
    const changes = changesOf(before, after, [first, ...others]);
    base.set(key, after);
    counts.created += changes.created;
    counts.updated += changes.updated;
    counts.unchanged += changes.unchanged;
  }
  return counts;
}

function state(base: Base): string {
  return canonicalJson([...base].sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe.skipIf(!data)('published files of contracts (JONCTION_DATA_DIR is not set: skipped)', () => {
  it('come in whole', async () => {
    const { records, rejected } = await readAll(files);
    expect(rejected).toEqual([]);
    expect(records).toHaveLength(6892);
    expect(records.filter((record) => record.kind === 'concession')).toHaveLength(11);
  });

  it('end in the same state in one run, in the reverse order, and file by file', async () => {
    const whole: Base = new Map();
    const counts = await run(whole, files);
    const reversed: Base = new Map();
    expect(await run(reversed, [...files].reverse())).toEqual(counts);
    expect(state(reversed)).toBe(state(whole));
    const stepwise: Base = new Map();
    for (const path of [...files].reverse()) await run(stepwise, [path]);
    expect(state(stepwise)).toBe(state(whole));
    expect(await run(whole, files)).toEqual({ ...counts, created: 0, updated: 0, unchanged: counts.read });
    expect(state(whole)).toBe(state(reversed));
  });

  it('say nothing new when a table exported through Python repeats what the platform published', async () => {
    const path = (name: string): string => files.filter((file) => file.endsWith(name)).join();
    const base: Base = new Map();
    await run(base, [path('demantis_141.json')]);
    const repeated = await run(base, [path('doublons_demantis.json')]);
    expect(repeated).toEqual({ read: 13, created: 0, updated: 0, unchanged: 13, rejected: 0 });
  });
});
