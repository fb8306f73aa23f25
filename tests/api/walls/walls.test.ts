import { permissions } from '@jonction/api/permissions';
import { appRouter } from '@jonction/api/router';
import type { PermissionRow, Permissions } from '@jonction/domain/access/permission';
import type { Speaker } from '@jonction/domain/access/role';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Product, startProduct } from '../../support/product.ts';
import { readInputs } from './inputs.ts';
import { makeSide, type Side } from './world.ts';

const procedures = Object.entries(appRouter._def.procedures).map(([name, procedure]) => ({
  name,
  type: (procedure as unknown as { _def: { type: 'query' | 'mutation' } })._def.type,
}));
const rows: Permissions = permissions;
const inputs = await readInputs();
const speakers = [
  'facilitator',
  'lead',
  'administrator',
  'buyer',
  'employer',
  'partner',
  'link',
  'participant',
  'anybody',
] as const;

let product: Product;
let here: Side;
let there: Side;

beforeAll(async () => {
  product = await startProduct({ today: '2026-03-02' });
  here = await makeSide(product, 'Val');
  there = await makeSide(product, 'Mont');
  await countWrites();
});
afterAll(() => product.close());

function headersOf(side: Side, speaker: (typeof speakers)[number]): Record<string, string> {
  if (speaker === 'anybody') return {};
  if (speaker === 'participant') return side.page;
  return speaker === 'link' ? side.link : side.people[speaker].headers;
}

interface Answer {
  status: number;
  code: string | null;
  text: string;
}

/** A plain HTTP call, as any program could make it. */
async function call(
  name: string,
  type: 'query' | 'mutation',
  input: unknown,
  headers: Record<string, string>,
): Promise<Answer> {
  const url = `http://jonction.test/api/trpc/${name}`;
  const body = input === undefined ? undefined : JSON.stringify(input);
  const request =
    type === 'query'
      ? new Request(body ? `${url}?input=${encodeURIComponent(body)}` : url, { headers })
      : new Request(url, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: body ?? null,
        });
  const response = await product.app.fetch(request);
  const text = await response.text();
  const parsed = JSON.parse(text) as { error?: { data?: { code?: string } } };
  return { status: response.status, code: parsed.error?.data?.code ?? null, text };
}

/** Rate limits are for people: the walker comes from a new address each time. */
let address = 0;
const from = () => ({ 'x-forwarded-for': `10.${(address >> 16) & 255}.${(address >> 8) & 255}.${address++ & 255}` });

async function walkedTables(): Promise<string[]> {
  const tables = await product.system.client<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relname not in ('audit_entry', 'session', 'rate_limit', 'structure_key')`;
  return tables.map(({ name }) => name);
}

/** A fingerprint of every row of every table, the audit and its reading apart: what a refused call must not move. */
async function fingerprint(): Promise<Record<string, string>> {
  const parts = (await walkedTables()).map(
    (name) =>
      `select '${name}' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from "${name}" t`,
  );
  const found = await product.system.client.unsafe<{ name: string; hash: string }[]>(parts.join(' union all '));
  return Object.fromEntries(found.map(({ name, hash }) => [name, hash]));
}

/**
 * Counts every statement that writes into a table of the walk, whatever becomes of it: a sequence goes on even when a transaction
 * is taken back. Looking at one number spares looking at all rows where nobody wrote.
 */
async function countWrites(): Promise<void> {
  const { client } = product.system;
  await client.unsafe(`
    create sequence walls_writes;
    grant usage on sequence walls_writes to public;
    create function count_write() returns trigger language plpgsql security definer set search_path = public as
      $$ begin perform nextval('walls_writes'); return null; end $$;`);
  for (const name of await walkedTables()) {
    await client.unsafe(
      `create trigger walls_count after insert or update or delete on "${name}" execute function count_write()`,
    );
    await client.unsafe(`create trigger walls_emptied after truncate on "${name}" execute function count_write()`);
  }
}

async function writesSoFar(): Promise<string> {
  const [row] = await product.system.client<{ count: string }[]>`
    select last_value || ' ' || is_called as count from walls_writes`;
  return row?.count ?? '';
}

/** The rows as the last look saw them; null once a call may have moved them since. */
let standing: Record<string, string> | null = null;

async function movesNothing<Result>(work: () => Promise<Result>): Promise<Result> {
  const before = standing ?? (await fingerprint());
  standing = null;
  const writes = await writesSoFar();
  const result = await work();
  if ((await writesSoFar()) !== writes) expect(await fingerprint()).toEqual(before);
  standing = before;
  return result;
}

function isAllowed(row: PermissionRow, speaker: (typeof speakers)[number]): boolean {
  const is: Speaker[] =
    speaker === 'anybody'
      ? ['anybody']
      : speaker === 'link' || speaker === 'participant'
        ? ['anybody', speaker]
        : ['anybody', 'signed_in', speaker];
  return row.who.some((who) => is.includes(who));
}

describe('the walk', () => {
  it('sees a write, even one that is taken back, and rows that changed', async () => {
    const before = await writesSoFar();
    const taken = product.system.client.begin(async (sql) => {
      await sql`update organisation set name = name || ' bis'`;
      throw new Error('taken back');
    });
    await expect(taken).rejects.toThrow('taken back');
    expect(await writesSoFar()).not.toBe(before);
    const moved = movesNothing(() => product.system.client`update organisation set name = name || ' ter'`);
    await expect(moved).rejects.toThrow();
    await product.system.client`update organisation set name = replace(name, ' ter', '')`;
    standing = null;
  });
});

describe('every procedure', () => {
  it('has an input in the walk', () => {
    expect(procedures.map(({ name }) => name).filter((name) => !(name in inputs))).toEqual([]);
  });
});

describe.each(procedures)('$name', ({ name, type }) => {
  const row = rows[name];
  const inputOf = inputs[name];
  if (!row || !inputOf) return;

  it.each(speakers.filter((speaker) => !isAllowed(row, speaker)))(
    'is closed to %s, and moves nothing',
    async (speaker) => {
      const answer = await movesNothing(() =>
        call(name, type, inputOf(here.world), { ...headersOf(here, speaker), ...from() }),
      );
      expect(answer.code).toBe(speaker === 'anybody' ? 'access.sign_in_needed' : 'access.not_allowed');
      expect(answer.text).not.toContain(here.world.secretName);
    },
  );

  it.each(speakers.filter((speaker) => isAllowed(row, speaker)))(
    'keeps the rows of another structure from %s',
    async (speaker) => {
      const ask = () => call(name, type, inputOf(there.world), { ...headersOf(here, speaker), ...from() });
      if (row.elsewhere !== 'not_found') standing = null;
      const answer = await (row.elsewhere === 'not_found' ? movesNothing(ask) : ask());
      expect(answer.text).not.toContain(there.world.secretName);
      expect(answer.text).not.toContain(there.world.participantId);
      if (row.elsewhere === 'not_found') {
        expect(answer.code).toMatch(/not_found$|^access\.(role_needs_other_kind|not_allowed)$/);
      }
      if (row.elsewhere === 'nothing') expect([200, 404, 422]).toContain(answer.status);
    },
  );

  it.each(speakers.filter((speaker) => isAllowed(row, speaker)))('answers %s about her own', async (speaker) => {
    standing = null;
    const answer = await call(name, type, inputOf(here.world), { ...headersOf(here, speaker), ...from() });
    expect(answer.status, answer.text).not.toBe(500);
    expect(answer.code ?? '').not.toMatch(
      /^access\.(not_allowed|sign_in_needed)$|^shared\.(failed|fields_to_correct)$/,
    );
    expect(answer.text).not.toContain(there.world.secretName);
  });
});
