import type { ActorSettings } from '@jonction/db/client';
import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerTo as answerAs } from './answer-to.ts';
import { type FilledStructure, facilitator, fillStructure, system } from './filled-structure.ts';

let world: FilledStructure;
let team: ActorSettings;
let others: ActorSettings[];
/** A published contract of which nothing was decided. */
let open: string;
let decided: string;

beforeAll(async () => {
  world = await fillStructure();
  const { id } = world;
  team = facilitator(id.user, id.structure);
  others = [
    facilitator(id.stranger, id.other),
    { kind: 'user', userId: id.stranger, role: 'buyer', organisationId: id.buyer, structureId: id.structure },
    { kind: 'user', userId: id.stranger, role: 'employer', organisationId: id.employer, structureId: id.structure },
    { kind: 'anonymous' },
  ];
  const [made] = await world.sql<{ id: string }[]>`
    insert into contract (buyer_id, reference, object, source) values (${id.buyer}, 'PUBLIE-2', 'Voirie', 'decp') returning id`;
  open = made?.id ?? '';
  const [row] = await world.sql<{ open: string }[]>`select open_id as open from published_pair`;
  decided = row?.open ?? '';
});
afterAll(() => world.close());

const answerTo = (actor: ActorSettings, ...changes: SQL[]) => answerAs(world, actor, changes);
const wall = '42501';
const check = '23514';
const kept = '23001';
const twin = '23505';

interface Said {
  contract?: string | null;
  openId?: string;
  verdict?: string;
  reason?: string | null;
  by?: string;
  structure?: string;
}
const say = ({ verdict = 'same', reason = null, ...of }: Said = {}) => sql`
  insert into published_pair (structure_id, contract_id, open_id, verdict, reason, decided_by)
  values (${of.structure ?? world.id.structure}, ${of.contract === undefined ? world.id.contract : of.contract},
    ${of.openId ?? open}, ${verdict}, ${reason}, ${of.by ?? world.id.user})`;
const amend = (verdict: string, reason: string | null, key = 'autre') => sql`
  insert into published_amendment (structure_id, contract_id, open_id, key, verdict, reason, said, decided_by)
  values (${world.id.structure}, ${world.id.contract}, ${open}, ${key}, ${verdict}, ${reason}, '{}', ${world.id.user})`;
const undo = (table: 'published_pair' | 'published_amendment') =>
  sql`update ${sql.identifier(table)} set undone_at = now(), undone_by = ${world.id.user} where undone_at is null`;

describe('what a team decides of published contracts, in the base', () => {
  it('is written in the name of who decides, on a contract that the team follows', async () => {
    expect(await answerTo(team, say())).toBe(1);
    expect(await answerTo(team, say({ by: world.id.stranger }))).toBe(wall);
    expect(await answerTo(team, say({ structure: world.id.other }))).toBe(wall);
    expect(await answerTo(team, say({ contract: decided, openId: open }))).toBe(wall);
    for (const actor of others) expect(await answerTo(actor, say())).toBe(wall);
  });

  it('is one answer of a pair, and one contract of ours for a published one', async () => {
    expect(await answerTo(system, say(), say({ verdict: 'later' }))).toBe(twin);
    expect(await answerTo(system, say({ openId: decided, contract: open }))).toBe(twin);
    const aside = { contract: null, verdict: 'aside', reason: 'Hors territoire' };
    expect(await answerTo(system, say(aside), say(aside))).toBe(twin);
  });

  it('is explained where it sends away, and is between two contracts', async () => {
    expect(await answerTo(system, say({ verdict: 'different' }))).toBe(check);
    expect(await answerTo(system, say({ verdict: 'different', reason: ' ' }))).toBe(check);
    expect(await answerTo(system, say({ verdict: 'different', reason: 'Lot voisin' }))).toBe(1);
    expect(await answerTo(system, say({ contract: null, verdict: 'same' }))).toBe(check);
    expect(await answerTo(system, say({ verdict: 'aside', reason: 'x' }))).toBe(check);
    expect(await answerTo(system, say({ contract: open }))).toBe(check);
    expect(await answerTo(system, amend('refused', null))).toBe(check);
    expect(await answerTo(system, amend('accepted', null))).toBe(1);
  });

  it('is only ever taken back, once, by its team', async () => {
    for (const table of ['published_pair', 'published_amendment'] as const) {
      expect(await answerTo(team, undo(table))).toBe(1);
      for (const actor of others) expect(await answerTo(actor, undo(table))).toBe(0);
      const name = sql.identifier(table);
      expect(await answerTo(team, sql`update ${name} set reason = 'autre'`)).toBe(wall);
      expect(await answerTo(team, sql`delete from ${name}`)).toBe(wall);
      expect(await answerTo(system, sql`update ${name} set reason = 'autre'`)).toBe(kept);
      const again = sql`update ${name} set undone_at = null, undone_by = null`;
      expect(await answerTo(system, undo(table), again)).toBe(kept);
      expect(await answerTo(system, sql`update ${name} set undone_at = now()`)).toBe(check);
    }
  });

  it('proposes an amendment again once it was taken back, and not before', async () => {
    expect(await answerTo(system, amend('refused', 'Annulé', '2026-01-01'))).toBe(twin);
    const again = amend('refused', 'Annulé', '2026-01-01');
    expect(await answerTo(system, undo('published_amendment'), again)).toBe(1);
  });
});

describe('files of open data that came in', () => {
  const hash = 'a'.repeat(64);
  const keep = (sha256: string, read = 3) => sql`
    insert into published_file (sha256, name, bytes, read, created, updated, unchanged, rejected)
    values (${sha256}, '2024-03-01.json', 10, ${read}, 1, 1, 1, 0)`;

  it('are written by the operator alone, each once, with counts that add up', async () => {
    expect(await answerTo(system, keep(hash))).toBe(1);
    expect(await answerTo(system, keep(hash), keep(hash))).toBe(twin);
    expect(await answerTo(system, keep('abc'))).toBe(check);
    expect(await answerTo(system, keep(hash, 4))).toBe(check);
    expect(await answerTo(team, keep(hash))).toBe(wall);
  });

  it('are read by every team, and by nobody else', async () => {
    await world.sql`insert into published_file (sha256, name, bytes, read, created, updated, unchanged, rejected)
      values (${hash}, '2024-03-01.json', 10, 3, 1, 1, 1, 0)`;
    const read = sql`select 1 from published_file`;
    expect(await answerTo(team, read)).toBe(1);
    const [neighbour, ...outside] = others;
    if (neighbour) expect(await answerTo(neighbour, read)).toBe(1);
    for (const actor of outside) expect(await answerTo(actor, read)).toBe(0);
  });
});

describe('a contract that people wrote', () => {
  it('is not lengthened by what is published of it, while one that open data brought is', async () => {
    const facts = JSON.stringify([
      { key: 'notify', type: 'notify', on: '2024-01-08', recordedOn: '2024-01-08', endsOn: '2024-12-31' },
      { key: 'extend', type: 'extend', on: '2024-06-01', recordedOn: '2024-06-01', endsOn: '2025-12-31' },
    ]);
    for (const id of [world.id.contract, open]) {
      await world.sql`update contract set open_facts = ${facts}::text::jsonb where id = ${id}`;
    }
    const types = async (id: string) =>
      (
        await world.sql`select type from contract_fact where contract_id = ${id} and source = 'decp' order by ordinal`
      ).map(({ type }) => type);
    expect(await types(world.id.contract)).toEqual(['notify']);
    expect(await types(open)).toEqual(['notify', 'extend']);
  });
});
