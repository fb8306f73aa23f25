import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRegister, type Register } from './register-state.ts';

const data = process.env.JONCTION_DATA_DIR;
const files = data
  ? ['2019', '2024'].flatMap((year) =>
      readdirSync(join(data, 'decp', year))
        .sort()
        .map((name) => join(data, 'decp', year, name)),
    )
  : [];

type Result = Record<string, unknown> & { warnings: { file: string; record: number; field: string }[] };

/** Warnings come in the order of the files. */
function inOrder({ warnings, ...counts }: Result): unknown {
  return { counts, warnings: warnings.map((warning) => JSON.stringify(warning)).sort() };
}

const open: Register[] = [];
async function register(): Promise<Register> {
  const made = await openRegister();
  open.push(made);
  return made;
}

describe.skipIf(!data)('published files of contracts in the base (JONCTION_DATA_DIR is not set: skipped)', () => {
  let whole: Register;
  let first: Awaited<ReturnType<Register['import']>>;
  let state: string;
  beforeAll(async () => {
    whole = await register();
    first = await whole.import(files);
    state = await whole.state();
  });
  afterAll(async () => {
    await Promise.all(open.splice(0).map((one) => one.close()));
  });

  it('come in whole, and a second run changes nothing', async () => {
    expect(first).toMatchObject({ exit: 0, result: { read: 6892, unchanged: expect.any(Number), rejected: [] } });
    const { created, updated, unchanged } = first.result as Record<'created' | 'updated' | 'unchanged', number>;
    expect(created + updated + unchanged).toBe(6892);
    expect(updated).toBe(0);

    const versions = () =>
      whole.database.client`select sum(version)::int as sum, max(updated_at) as last from contract`;
    const before = await versions();
    expect((await whole.import(files)).result).toEqual({ ...first.result, created: 0, updated: 0, unchanged: 6892 });
    expect(await whole.state()).toBe(state);
    expect(await versions()).toEqual(before);
  });

  // In memory both are asked of every run: here the base is filled once more for each.
  it.skipIf(!process.env.JONCTION_LONG)('end in the same register in the reverse order', async () => {
    const reversed = await register();
    const backwards = (await reversed.import([...files].reverse())).result as Result;
    expect(inOrder(backwards)).toEqual(inOrder(first.result as Result));
    expect(await reversed.state()).toBe(state);
  });

  it.skipIf(!process.env.JONCTION_LONG)(
    'end in the same register in one run per file, whatever their order',
    async () => {
      const shuffled = [...files].sort((a, b) =>
        a.split('').reverse().join('').localeCompare(b.split('').reverse().join('')),
      );
      const stepwise = await register();
      for (const file of shuffled) await stepwise.import([file]);
      expect(await stepwise.state()).toBe(state);
    },
  );

  it('tell unknown considerations from none, keep foreign holders and concessions, and fold a status', async () => {
    const { database } = whole;
    const [count] = await database.client`
      select count(*) filter (where social_considerations is null)::int as unknown,
             count(*) filter (where social_considerations = '{}')::int as none,
             count(*) filter (where social_considerations <> '{}')::int as some,
             count(*) filter (where kind = 'concession')::int as concessions,
             count(*) filter (where status = 'notified')::int as notified,
             count(*) filter (where notified_on is null and status <> 'none')::int as astray,
             count(*) filter (where jsonb_array_length(open_facts) > 1)::int as extended,
             count(*) filter (where ends_on is not null)::int as ending from contract`;
    expect(count?.unknown).toBeGreaterThan(4_000);
    expect(count?.none).toBeGreaterThan(50);
    expect(count?.some).toBeGreaterThan(20);
    expect(count?.concessions).toBeGreaterThan(5);
    expect(count?.extended).toBeGreaterThan(5);
    expect(count?.astray).toBe(0);
    const kinds = await database.client`select distinct identifier_kind from organisation order by 1`;
    expect(kinds.map((row) => row.identifier_kind)).toEqual(expect.arrayContaining(['RIDET', 'SIRET', 'TVA']));
  });
});
