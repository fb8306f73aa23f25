import type { ActorSettings } from '@jonction/db/client';
import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerTo as answerAs } from './answer-to.ts';
import { type FilledStructure, facilitator, fillStructure, system } from './filled-structure.ts';

let world: FilledStructure;
let [first, second, third]: string[] = [];
let team: ActorSettings;
let buyer: ActorSettings;
/** Who manages each company, and somebody of the first who only declares; a transfer of one hundredth of an hour that the first proposes to the second, and one of far more than it did. */
const managers = new Map<string, string>();
let declarant: string;
let waiting: string;
let tooMuch: string;

beforeAll(async () => {
  world = await fillStructure();
  const { id } = world;
  const rows = await world.sql<{ id: string }[]>`select organisation_id as id from consortium_part order by rank`;
  [first, second, third] = rows.map((row) => row.id);
  for (const organisation of [first, second, third]) managers.set(organisation ?? '', await member(organisation));
  declarant = await member(first);
  team = facilitator(id.user, id.structure);
  buyer = { kind: 'user', userId: id.stranger, role: 'buyer', organisationId: id.buyer, structureId: id.structure };
  [waiting = '', tooMuch = ''] = await Promise.all([1, 100_000].map((hundredths) => proposed(hundredths)));
});
afterAll(() => world.close());

/** One more person of a company: the first one manages it. */
async function member(organisation: string | undefined): Promise<string> {
  const user = crypto.randomUUID();
  await world.sql`insert into "user" (id, name, email) values (${user}, 'Odile', ${`${user}@exemple.test`})`;
  await world.sql`insert into membership (user_id, organisation_id, role, structure_id)
    values (${user}, ${organisation ?? null}, 'employer', ${world.id.structure})`;
  return user;
}

async function proposed(hundredths: number): Promise<string> {
  const transfer = crypto.randomUUID();
  await world.system.as(system, (tx) => tx.execute(propose({ transfer, hundredths })));
  return transfer;
}

function propose({
  transfer = crypto.randomUUID() as string,
  seller = first,
  purchaser = second,
  by = first,
  hundredths = 1,
} = {}): SQL {
  const { id } = world;
  return sql`insert into hour_transfer (id, structure_id, contract_id, clause_id, seller_id, purchaser_id, centihours, price_cents, total_cents, reason, proposer_id)
    values (${transfer}, ${id.structure}, ${id.contract}, ${id.clause}, ${seller}, ${purchaser}, ${hundredths}, 100, ${hundredths}, 'essai', ${by})`;
}

const act = (what: string, by: string | undefined, transfer = waiting, reason: string | null = 'motif'): SQL =>
  sql`insert into hour_transfer_act (transfer_id, structure_id, act, organisation_id, reason)
    values (${transfer}, ${world.id.structure}, ${what}, ${by ?? null}, ${reason})`;

const company = (organisationId: string | undefined, userId = managers.get(organisationId ?? '')): ActorSettings => ({
  ...{ kind: 'user', userId: userId ?? world.id.stranger, role: 'employer', organisationId: organisationId ?? '' },
  structureId: world.id.structure,
});

const answerTo = (actor: ActorSettings, ...changes: SQL[]) => answerAs(world, actor, changes);

const wall = '42501';
const check = '23514';
const kept = '23001';
const twin = '23505';

describe('parts in the base', () => {
  const version = (due: number, parts: readonly number[], cause = 'due', lead = first): SQL[] => {
    const { id } = world;
    return [
      sql`insert into consortium (clause_id, version, structure_id, contract_id, buyer_id, mode, lead_id, due_centihours, cause)
        values (${id.clause}, 2, ${id.structure}, ${id.contract}, ${id.buyer}, 'bps', ${lead}, ${due}, ${cause})`,
      ...parts.map(
        (centihours, rank) => sql`
        insert into consortium_part (clause_id, version, organisation_id, structure_id, contract_id, buyer_id, rank, invoiced_cents, centihours)
        values (${id.clause}, 2, ${[first, second, third][rank]}, ${id.structure}, ${id.contract}, ${id.buyer}, ${rank}, 0, ${centihours})`,
      ),
    ];
  };
  const owe = (hours: number) => sql`update clause set due_hours = ${hours} where id = ${world.id.clause}`;

  it('make up what the clause owes, to the hundredth of an hour, the system included', async () => {
    expect(await answerTo(system, ...version(42_000, [20_000, 20_000, 2_000]))).toBe(1);
    for (const parts of [[20_000, 20_000, 1_999], [42_001], [0, 0, 0]])
      expect(await answerTo(system, ...version(42_000, parts))).toBe(kept);
    expect(await answerTo(system, ...version(41_900, [20_000, 20_000, 1_900]))).toBe(kept);
  });

  it('follow what the clause owes: neither moves alone', async () => {
    expect(await answerTo(system, owe(421))).toBe(kept);
    expect(await answerTo(team, owe(421))).toBe(kept);
    expect(await answerTo(system, owe(421), ...version(42_100, [42_100]))).toBe(1);
    expect(await answerTo(system, ...version(42_100, [42_100]))).toBe(kept);
  });

  it('have their lead among them', async () => {
    expect(await answerTo(system, ...version(42_000, [42_000], 'set', second))).toBe(kept);
    expect(await answerTo(system, ...version(42_000, [2_000, 40_000], 'set', second))).toBe(1);
  });

  it('are set by the team; the buyer only lets them follow what it writes; a company writes none', async () => {
    expect(await answerTo(team, ...version(42_000, [42_000], 'set'))).toBe(1);
    expect(await answerTo(buyer, ...version(42_000, [42_000], 'due'))).toBe(1);
    expect(await answerTo(buyer, ...version(42_000, [42_000], 'set'))).toBe(wall);
    expect(await answerTo(company(first), ...version(42_000, [42_000]))).toBe(wall);
    expect(await answerTo(facilitator(world.id.stranger, world.id.other), ...version(42_000, [42_000]))).toBe(wall);
  });

  it('are each its member’s: another company reads one row or none', async () => {
    const parts = sql`select 1 from consortium_part`;
    const groups = sql`select 1 from consortium`;
    const read = async (actor: ActorSettings) => [await answerTo(actor, groups), await answerTo(actor, parts)];
    expect(await read(team)).toEqual([1, 3]);
    expect(await read(buyer)).toEqual([1, 3]);
    for (const member of [first, second, third]) expect(await read(company(member))).toEqual([1, 1]);
    expect(await read(company(world.id.partner))).toEqual([0, 0]);
    expect(await read({ ...buyer, organisationId: world.id.other })).toEqual([0, 0]);
  });
});

describe('a transfer in the base', () => {
  it('is proposed by one of the two that it binds, in its own name', async () => {
    expect(await answerTo(company(first), propose())).toBe(1);
    expect(await answerTo(company(second), propose({ by: second }))).toBe(1);
    expect(await answerTo(company(first, declarant), propose())).toBe(wall);
    expect(await answerTo(company(first, declarant), act('withdraw', first))).toBe(wall);
    expect(await answerTo(company(second), propose())).toBe(wall);
    expect(await answerTo(company(third), propose())).toBe(wall);
    expect(await answerTo(company(third), propose({ by: third }))).toBe(check);
    for (const who of [team, buyer]) expect(await answerTo(who, propose())).toBe(wall);
  });

  it('is between two different members of the group', async () => {
    expect(await answerTo(company(first), propose({ purchaser: first }))).toBe(check);
    expect(await answerTo(company(first), propose({ purchaser: world.id.partner }))).toBe(kept);
    expect(await answerTo(system, propose({ seller: world.id.partner, by: second }))).toBe(kept);
  });

  it('says what its hours make at its price', async () => {
    const wrong = sql`insert into hour_transfer (structure_id, contract_id, clause_id, seller_id, purchaser_id, centihours, price_cents, total_cents, reason)
      select structure_id, contract_id, clause_id, seller_id, purchaser_id, 150, 2004, 3007, 'essai' from hour_transfer where id = ${waiting}`;
    expect(await answerTo(system, wrong)).toBe(check);
  });

  it('is signed or refused by the other, taken back by whoever proposed, and by nobody else', async () => {
    expect(await answerTo(company(second), act('sign', second))).toBe(1);
    expect(await answerTo(company(second), act('refuse', second))).toBe(1);
    expect(await answerTo(company(first), act('withdraw', first))).toBe(1);
    for (const [who, what, by] of [
      [first, 'sign', first],
      [first, 'refuse', first],
      [second, 'withdraw', second],
      [first, 'sign', second],
      [third, 'sign', second],
      [third, 'sign', third],
      [third, 'refuse', third],
      [third, 'withdraw', first],
    ] as const)
      expect([who, what, by, await answerTo(company(who), act(what, by))]).toEqual([who, what, by, wall]);
    for (const who of [team, buyer]) expect(await answerTo(who, act('sign', second))).toBe(wall);
    expect(await answerTo(system, act('sign', third))).toBe(wall);
  });

  it('is answered once, and refused with a reason', async () => {
    expect(await answerTo(company(second), act('sign', second), act('refuse', second))).toBe(twin);
    expect(await answerTo(company(second), act('refuse', second, waiting, null))).toBe(check);
    expect(await answerTo(company(second), act('refuse', second, waiting, ' '))).toBe(check);
  });

  it('is signed for no more than the seller did, whoever says so', async () => {
    expect(await answerTo(company(second), act('sign', second, tooMuch))).toBe(kept);
    expect(await answerTo(system, act('sign', second, tooMuch))).toBe(kept);
    expect(await answerTo(company(second), act('refuse', second, tooMuch))).toBe(1);
  });

  it('is written down by the team with a paper of its own, and only what no company proposed', async () => {
    const { id } = world;
    const file = crypto.randomUUID();
    const bring = (
      by: string,
    ) => sql`insert into stored_file (id, structure_id, sha256, size_bytes, media, name, purpose, uploaded_by)
      values (${file}, ${id.structure}, 'z', 1, 'application/pdf', 'a.pdf', 'document', ${by})`;
    const transfer = crypto.randomUUID();
    const onPaper = (
      of: string,
    ) => sql`insert into hour_transfer_act (transfer_id, structure_id, act, file_id, signed_on)
      values (${of}, ${id.structure}, 'paper', ${file}, '2026-03-01')`;
    const write = sql`insert into hour_transfer (id, structure_id, contract_id, clause_id, seller_id, purchaser_id, centihours, price_cents, total_cents, reason)
      values (${transfer}, ${id.structure}, ${id.contract}, ${id.clause}, ${first}, ${second}, 2, 100, 2, 'essai')`;
    expect(await answerTo(team, bring(id.user), write, onPaper(transfer))).toBe(1);
    expect(await answerTo(team, bring(id.stranger), write, onPaper(transfer))).toBe(wall);
    expect(await answerTo(team, bring(id.user), onPaper(waiting))).toBe(wall);
    expect(await answerTo(company(first), write)).toBe(wall);
    const without = sql`insert into hour_transfer_act (transfer_id, structure_id, act) values (${transfer}, ${id.structure}, 'paper')`;
    expect(await answerTo(team, write, without)).not.toBe(1);
  });

  it('is read by the two, and by the team; no third member, no buyer', async () => {
    const read = async (actor: ActorSettings) => [
      await answerTo(actor, sql`select 1 from hour_transfer`),
      await answerTo(actor, sql`select 1 from hour_transfer_act`),
    ];
    for (const who of [team, company(first), company(second)]) expect(await read(who)).toEqual([3, 1]);
    for (const who of [buyer, company(third), company(world.id.partner)]) expect(await read(who)).toEqual([0, 0]);
  });
});

describe('what functions tell of a group', () => {
  const rows = (actor: ActorSettings, question: SQL) => answerTo(actor, sql`select 1 from ${question}`);

  it('is hours transferred to the team, the buyer and the two, and to no third', async () => {
    const moved = sql`app.transferred_hours(${world.id.clause}, now())`;
    for (const who of [team, buyer, company(first), company(second)]) expect(await rows(who, moved)).toBe(1);
    for (const who of [company(third), facilitator(world.id.stranger, world.id.other), { kind: 'anonymous' } as const])
      expect(await rows(who, moved)).toBe(0);
  });

  it('is hours done to the team and the buyer, and to each company its own', async () => {
    const done = sql`app.hours_by_employer(${world.id.clause}, now(), null)`;
    for (const who of [team, buyer, company(first)]) expect(await rows(who, done)).toBe(1);
    for (const who of [company(second), company(third), { ...buyer, organisationId: world.id.other }])
      expect(await rows(who, done)).toBe(0);
  });

  it('is the names of the members to its members', async () => {
    const peers = sql`app.consortium_peers(${world.id.clause})`;
    for (const member of [first, second, third]) expect(await rows(company(member), peers)).toBe(3);
    for (const who of [company(world.id.partner), { kind: 'anonymous' } as const])
      expect(await rows(who, peers)).toBe(0);
  });
});
