import type { ActorSettings } from '@jonction/db/client';
import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerTo as answerAs } from './answer-to.ts';
import { type FilledStructure, facilitator, fillStructure, system } from './filled-structure.ts';

let world: FilledStructure;
let [first, second]: string[] = [];
let team: ActorSettings;
let buyer: ActorSettings;
let manager: string;
let waiting: string;

beforeAll(async () => {
  world = await fillStructure();
  const { id } = world;
  const rows = await world.sql<{ id: string }[]>`select organisation_id as id from consortium_part order by rank`;
  [first, second] = rows.map((row) => row.id);
  [manager, waiting] = [crypto.randomUUID(), crypto.randomUUID()];
  await world.sql`insert into "user" (id, name, email) values (${manager}, 'Odile', ${`${manager}@exemple.test`})`;
  await world.sql`insert into membership (user_id, organisation_id, role, structure_id)
    values (${manager}, ${second ?? null}, 'employer', ${id.structure})`;
  team = facilitator(id.user, id.structure);
  buyer = { kind: 'user', userId: id.stranger, role: 'buyer', organisationId: id.buyer, structureId: id.structure };
  await world.sql`insert into hour_transfer (id, structure_id, contract_id, clause_id, seller_id, purchaser_id, centihours, price_cents, total_cents, reason, proposer_id)
    values (${waiting}, ${id.structure}, ${id.contract}, ${id.clause}, ${first ?? null}, ${second ?? null}, 1, 100, 1, 'essai', ${first ?? null})`;
});
afterAll(() => world.close());

const answerTo = (actor: ActorSettings, ...changes: SQL[]) => answerAs(world, actor, changes);
const member = (): ActorSettings => ({
  ...{ kind: 'user', userId: manager, role: 'employer', organisationId: second ?? '' },
  structureId: world.id.structure,
});

const wall = '42501';
const check = '23514';
const kept = '23001';

/** One more version of the group with the parts that it had. */
function version(
  count: number,
  cause: string,
  { endedOn = null, reason = null }: { endedOn?: string | null; reason?: string | null } = {},
): SQL[] {
  const { id } = world;
  return [
    sql`insert into consortium (clause_id, version, structure_id, contract_id, buyer_id, mode, lead_id, due_centihours, cause, ended_on, reason)
      values (${id.clause}, ${count}, ${id.structure}, ${id.contract}, ${id.buyer}, 'bps', ${first}, 42000, ${cause}, ${endedOn}, ${reason})`,
    sql`insert into consortium_part (clause_id, version, organisation_id, structure_id, contract_id, buyer_id, rank, share_bps, invoiced_cents, centihours)
      select clause_id, ${count}, organisation_id, structure_id, contract_id, buyer_id, rank, share_bps, invoiced_cents, centihours
      from consortium_part where clause_id = ${id.clause} and version = 1`,
  ];
}
const told = { endedOn: '2026-03-01', reason: 'Avenant 3' };
const end = (count = 2) => version(count, 'ended', told);

describe('the end of a group in the base', () => {
  it('says its day and why, and nothing else does', async () => {
    expect(await answerTo(team, ...end())).toBe(3);
    for (const half of [{ endedOn: '2026-03-01' }, { reason: 'Avenant 3' }, {}, { ...told, reason: ' ' }])
      expect(await answerTo(system, ...version(2, 'ended', half))).toBe(check);
    expect(await answerTo(system, ...version(2, 'set', told))).toBe(check);
    expect(await answerTo(system, ...version(2, 'dissolved', told))).toBe(check);
  });

  it('is the team’s to write: no buyer, no member, no other team', async () => {
    for (const who of [buyer, member(), facilitator(world.id.stranger, world.id.other)])
      expect(await answerTo(who, ...end())).toBe(wall);
    for (const who of [buyer, member()]) expect(await answerTo(who, ...version(2, 'resumed'))).toBe(wall);
  });

  it('comes once, is taken back once, and is followed by nothing of itself', async () => {
    expect(await answerTo(system, ...end(), ...end(3))).toBe(kept);
    expect(await answerTo(system, ...version(2, 'resumed'))).toBe(kept);
    expect(await answerTo(system, ...end(), ...version(3, 'due'))).toBe(kept);
    expect(await answerTo(system, ...end(), ...version(3, 'resumed'))).toBe(3);
    expect(await answerTo(system, ...end(), ...version(3, 'resumed'), ...version(4, 'resumed'))).toBe(kept);
    expect(await answerTo(system, ...end(), ...version(3, 'set'))).toBe(3);
  });

  it('keeps its parts, whatever the clause owes after; a group that lives never does', async () => {
    const owe = sql`update clause set due_hours = 421 where id = ${world.id.clause}`;
    const [now, later] = [sql`set constraints all immediate`, sql`set constraints all deferred`];
    expect(await answerTo(system, ...end(), now, owe)).toBe(1);
    expect(await answerTo(system, ...end(), ...version(3, 'resumed'), owe)).toBe(kept);
    expect(await answerTo(system, ...end(), now, owe, later, ...version(3, 'resumed'))).toBe(kept);
  });

  it('lets nothing be proposed, signed, refused nor taken back in it, the system included', async () => {
    const { id } = world;
    const propose = sql`insert into hour_transfer (structure_id, contract_id, clause_id, seller_id, purchaser_id, centihours, price_cents, total_cents, reason, proposer_id)
      values (${id.structure}, ${id.contract}, ${id.clause}, ${first}, ${second}, 1, 100, 1, 'essai', ${first})`;
    const act = (
      what: string,
      by: string | undefined,
    ) => sql`insert into hour_transfer_act (transfer_id, structure_id, act, organisation_id, reason)
      values (${waiting}, ${id.structure}, ${what}, ${by ?? null}, 'motif')`;
    expect(await answerTo(system, propose)).toBe(1);
    expect(await answerTo(system, ...end(), propose)).toBe(kept);
    for (const [what, by] of [
      ['sign', second],
      ['refuse', second],
      ['withdraw', first],
    ] as const) {
      expect([what, await answerTo(system, act(what, by))]).toEqual([what, 1]);
      expect([what, await answerTo(system, ...end(), act(what, by))]).toEqual([what, kept]);
      expect([what, await answerTo(system, ...end(), ...version(3, 'resumed'), act(what, by))]).toEqual([what, 1]);
      expect([what, await answerTo(system, ...end(), ...version(3, 'set'), act(what, by))]).toEqual([what, kept]);
    }
  });

  it('counts hours by their first day up to its last one', async () => {
    const [row] = await world.sql<
      { first: string }[]
    >`select min(from_day)::text as first from hour_entry where clause_id = ${world.id.clause} and status = 'validated'`;
    const done = (until: string) => sql`select 1 from app.hours_by_employer(${world.id.clause}, now(), ${until}::date)`;
    expect(await answerTo(team, done(row?.first ?? ''))).toBe(1);
    expect(await answerTo(team, done('1999-01-01'))).toBe(0);
  });
});
