import type { ActorSettings } from '@jonction/db/client';
import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerTo as answerAs } from './answer-to.ts';
import { type FilledStructure, facilitator, fillStructure, system } from './filled-structure.ts';

let world: FilledStructure;
let team: ActorSettings;
/** The buyer of the contract, signed in and by the link of a letter, and another buyer. */
let buyer: ActorSettings;
let byLink: ActorSettings;
let other: ActorSettings;
/** Whoever manages the accesses of the buyer. */
let manager: ActorSettings;
let managerId: string;
let campaign: string;
let ask: string;
let letter: string;
let otherBuyer: string;

beforeAll(async () => {
  world = await fillStructure();
  const { id } = world;
  team = facilitator(id.user, id.structure);
  buyer = { kind: 'user', userId: id.stranger, role: 'buyer', organisationId: id.buyer, structureId: id.structure };
  byLink = { kind: 'user', role: 'buyer', organisationId: id.buyer, structureId: id.structure };
  const [made] = await world.sql<
    { id: string }[]
  >`insert into organisation (kind, name) values ('buyer', 'Ville voisine') returning id`;
  otherBuyer = made?.id ?? '';
  other = { ...byLink, organisationId: otherBuyer };
  const [anne] = await world.sql<{ id: string }[]>`
    insert into "user" (name, email) values ('Anne Gère', 'anne@ville.test') returning id`;
  managerId = anne?.id ?? '';
  await world.sql`insert into membership (user_id, organisation_id, role, structure_id) values (${managerId}, ${id.buyer}, 'buyer', ${id.structure})`;
  manager = { ...buyer, userId: managerId };
  const [row] = await world.sql<{ campaign: string; ask: string; letter: string }[]>`
    select campaign_id as campaign, ask_id as ask, id as letter from census_letter`;
  ({ campaign, ask, letter } = row ?? { campaign: '', ask: '', letter: '' });
});
afterAll(() => world.close());

const answerTo = (actor: ActorSettings, ...changes: SQL[]) => answerAs(world, actor, changes);
const wall = '42501';
const check = '23514';
const kept = '23001';
const stranger = '23503';
const twin = '23505';

interface Said {
  by?: string | null;
  to?: string;
  source?: string;
  link?: string | null;
}

/** What somebody says of the contract in the campaign: the change, and its answer. */
function say({ by = null, to = world.id.buyer, source = 'buyer_answer', link = letter }: Said = {}): SQL[] {
  const { id } = world;
  const change = crypto.randomUUID();
  return [
    sql`insert into census_change (id, structure_id, answer, on_day, chosen, kept, source, by_user, campaign_id, buyer_id, letter_id)
      values (${change}, ${id.structure}, 'no_change', '2026-03-10', 1, 1, ${source}, ${by}, ${campaign}, ${to}, ${link})`,
    sql`insert into census_answer (change_id, structure_id, contract_id, buyer_id, source, recorded_on, campaign_id)
      values (${change}, ${id.structure}, ${id.contract}, ${to}, ${source}, '2026-03-10', ${campaign})`,
  ];
}
const close = sql`update census_row set closed_at = now(), closed_status = status`;
const takeBack = (by: string | null) =>
  sql`update census_answer set withdrawn_on = '2026-03-11', withdrawn_by = ${by} where campaign_id = ${campaign}`;

describe('an answer to a census, in the base', () => {
  it('comes from the buyer that is asked, signed in or by its link, or from the team', async () => {
    expect(await answerTo(byLink, ...say())).toBe(1);
    expect(await answerTo(buyer, ...say({ by: world.id.stranger, link: null }))).toBe(1);
    expect(await answerTo(team, ...say({ by: world.id.user, link: null, source: 'phone' }))).toBe(1);
  });

  it('never comes from another buyer, in its own name or in that of the one asked', async () => {
    expect(await answerTo(other, ...say())).toBe(wall);
    expect(await answerTo(other, ...say({ to: otherBuyer }))).toBe(wall);
    // Even the system cannot lay an answer of one buyer on the row of another.
    expect(await answerTo(system, ...say({ to: otherBuyer }))).toBe(stranger);
  });

  it('is never given in the name of somebody else, nor as if the team had heard it', async () => {
    expect(await answerTo(buyer, ...say({ by: world.id.user, link: null }))).toBe(wall);
    expect(await answerTo(byLink, ...say({ source: 'phone' }))).toBe(wall);
    expect(await answerTo(byLink, ...say({ link: null }))).toBe(check);
  });

  it('may come from a buyer of its own accord, signed in and about its own contract', async () => {
    const { id } = world;
    const own = (by: string | null, to: string, source = 'buyer_answer') => {
      const change = crypto.randomUUID();
      return [
        sql`insert into census_change (id, structure_id, answer, on_day, chosen, kept, source, by_user, buyer_id)
          values (${change}, ${id.structure}, 'no_change', '2026-03-10', 1, 1, ${source}, ${by}, ${to})`,
        sql`insert into census_answer (change_id, structure_id, contract_id, buyer_id, source, recorded_on)
          values (${change}, ${id.structure}, ${id.contract}, ${to}, ${source}, '2026-03-10')`,
      ];
    };
    expect(await answerTo(buyer, ...own(id.stranger, id.buyer))).toBe(1);
    expect(await answerTo(buyer, ...own(id.user, id.buyer))).toBe(wall);
    expect(await answerTo(buyer, ...own(id.stranger, id.buyer, 'phone'))).toBe(wall);
    expect(await answerTo(other, ...own(id.stranger, otherBuyer))).toBe(wall);
    expect(await answerTo({ ...other, userId: id.stranger }, ...own(id.stranger, otherBuyer))).toBe(wall);
    // By the link of a letter one answers what the letter asks, and nothing else.
    expect(await answerTo(byLink, ...own(null, id.buyer))).toBe(wall);
  });

  it('is not taken once the row is closed, whoever brings it', async () => {
    for (const actor of [system, team]) {
      expect(await answerTo(actor, close, ...say({ by: world.id.user, link: null, source: 'phone' }))).toBe(kept);
    }
  });

  it('stands alone: another one needs the first taken back', async () => {
    expect(await answerTo(byLink, ...say(), ...say())).toBe(twin);
    expect(await answerTo(byLink, ...say(), takeBack(null), ...say())).toBe(1);
  });

  it('is taken back by its buyer in her own name, and by no other', async () => {
    expect(await answerTo(buyer, ...say({ by: world.id.stranger, link: null }), takeBack(world.id.stranger))).toBe(1);
    expect(await answerTo(buyer, ...say({ by: world.id.stranger, link: null }), takeBack(world.id.user))).toBe(wall);
  });

  it('is read by its buyer and the team, and by no other buyer', async () => {
    const answers = sql`select 1 from census_answer where campaign_id = ${campaign}`;
    expect(await answerTo(byLink, ...say(), answers)).toBe(1);
    const changes = sql`select 1 from census_change where campaign_id = ${campaign}`;
    expect(await answerTo(byLink, ...say(), changes)).toBe(1);
    expect(await answerTo(other, changes)).toBe(0);
  });
});

describe('a census, in the base', () => {
  const read = (table: string) => sql`select 1 from ${sql.identifier(table)}`;

  it('is read by its team and the buyers that it asks; its letters by the team alone', async () => {
    const seen = async (actor: ActorSettings) => {
      const counts: (string | number)[] = [];
      for (const table of ['census_campaign', 'census_ask', 'census_row', 'census_letter']) {
        counts.push(await answerTo(actor, read(table)));
      }
      return counts;
    };
    expect(await seen(team)).toEqual([1, 1, 1, 1]);
    expect(await seen(byLink)).toEqual([1, 1, 1, 0]);
    expect(await seen(other)).toEqual([0, 0, 0, 0]);
    expect(await seen(facilitator(world.id.stranger, world.id.other))).toEqual([0, 0, 0, 0]);
  });

  it('is opened, asked and closed by its team alone', async () => {
    const opened = (
      by: string,
    ) => sql`insert into census_campaign (structure_id, title, letter, opened_on, due_on, opened_by)
      values (${world.id.structure}, 'Autre', 'Bonjour', '2026-03-01', '2026-03-31', ${by})`;
    expect(await answerTo(team, opened(world.id.user))).toBe(1);
    expect(await answerTo(team, opened(world.id.stranger))).toBe(wall);
    expect(await answerTo(buyer, opened(world.id.stranger))).toBe(wall);
    expect(await answerTo(facilitator(world.id.stranger, world.id.other), opened(world.id.stranger))).toBe(wall);
    expect(await answerTo(team, close)).toBe(1);
    for (const actor of [buyer, byLink, facilitator(world.id.stranger, world.id.other)]) {
      expect(await answerTo(actor, close)).toBe(0);
    }
  });

  it('never changes what was asked, and is closed for good', async () => {
    expect(await answerTo(system, sql`update census_campaign set due_on = '2026-04-30'`)).toBe(kept);
    expect(await answerTo(system, sql`update census_row set status = 'stopped'`)).toBe(kept);
    expect(await answerTo(system, close, sql`update census_row set closed_status = 'stopped'`)).toBe(kept);
    const over = sql`update census_campaign set closed_on = '2026-04-01', closed_at = now(), closed_by = ${world.id.user}`;
    expect(
      await answerTo(
        system,
        over,
        sql`update census_campaign set closed_on = null, closed_at = null, closed_by = null`,
      ),
    ).toBe(kept);
    expect(
      await answerTo(system, over, sql`update census_campaign set held_at = now(), held_by = ${world.id.user}`),
    ).toBe(kept);
  });

  it('asks about a contract once at a time, and about those that the team follows', async () => {
    const again = sql`insert into census_row (campaign_id, contract_id, structure_id, buyer_id, ask_id, status)
      select c.id, r.contract_id, r.structure_id, r.buyer_id, a.id, 'active' from census_row r
      join census_campaign c on c.title = 'Autre' join census_ask a on a.campaign_id = c.id`;
    const second = [
      sql`insert into census_campaign (structure_id, title, letter, opened_on, due_on, opened_by)
        values (${world.id.structure}, 'Autre', 'Bonjour', '2026-03-01', '2026-03-31', ${world.id.user})`,
      sql`insert into census_ask (campaign_id, structure_id, buyer_id)
        select id, structure_id, ${world.id.buyer} from census_campaign where title = 'Autre'`,
    ];
    expect(await answerTo(team, ...second, again)).toBe(twin);
    expect(await answerTo(team, ...second, close, again)).toBe(1);
    expect(await answerTo(team, sql`delete from census_row`)).toBe(wall);
  });

  it('sends a rung once', async () => {
    const sent = sql`insert into census_letter (ask_id, campaign_id, structure_id, buyer_id, rung, address, token_hash, expires_at)
      values (${ask}, ${campaign}, ${world.id.structure}, ${world.id.buyer}, 0, 'voirie@ville.test', 'z', now() + interval '1 day')`;
    expect(await answerTo(system, sent)).toBe(twin);
    expect(await answerTo(buyer, sent)).toBe(wall);
  });
});

describe('a directorate, in the base', () => {
  const made = (of: string, by: string) =>
    sql`insert into directorate (buyer_id, name, created_by) values (${of}, 'Voirie', ${by})`;
  const attached = (of: string) => [
    sql`insert into directorate (id, buyer_id, name) values ('01890a5d-ac96-774b-bcce-b302099a8057', ${of}, 'Parcs')`,
    sql`update contract set directorate_id = '01890a5d-ac96-774b-bcce-b302099a8057' where id = ${world.id.contract}`,
  ];

  it('is written by whoever manages its buyer and by its teams, and by nobody else', async () => {
    // Somebody who speaks for the buyer and does not manage it keeps none.
    expect(await answerTo(buyer, made(world.id.buyer, world.id.stranger))).toBe(wall);
    expect(await answerTo(manager, made(world.id.buyer, managerId))).toBe(1);
    expect(await answerTo(team, made(world.id.buyer, world.id.user))).toBe(1);
    expect(await answerTo(team, made(otherBuyer, world.id.user))).toBe(wall);
    expect(await answerTo(manager, made(otherBuyer, managerId))).toBe(wall);
    expect(await answerTo(byLink, made(world.id.buyer, world.id.user))).toBe(wall);
  });

  it('is filled and ended by whoever keeps it, and takes nothing once it has ended', async () => {
    const id = '01890a5d-ac96-774b-bcce-b302099a8057';
    const parcs = sql`insert into directorate (id, buyer_id, name, created_by) values (${id}, ${world.id.buyer}, 'Parcs', ${managerId})`;
    const fill = sql`update contract set directorate_id = ${id} where id = ${world.id.contract}`;
    const end = sql`select 1 where app.end_directorate(${id}, null, '2026-03-10')`;
    const rename = sql`update directorate set name = 'Jardins' where id = ${id}`;
    expect(await answerTo(manager, parcs, fill)).toBe(1);
    expect(await answerTo(manager, parcs, end)).toBe(1);
    expect(await answerTo(manager, parcs, end, end)).toBe(0);
    expect(await answerTo(manager, parcs, end, fill)).toBe(kept);
    expect(await answerTo(manager, parcs, end, rename)).toBe(kept);
    // A colleague who does not manage: her contract moves for everything but this.
    const [existing] = await world.sql<{ id: string }[]>`
      insert into directorate (buyer_id, name) values (${world.id.buyer}, 'Écoles') returning id`;
    const into = sql`update contract set directorate_id = ${existing?.id ?? ''} where id = ${world.id.contract}`;
    expect(await answerTo(buyer, into)).toBe(wall);
    expect(await answerTo(byLink, into)).toBe(wall);
    expect(
      await answerTo(buyer, sql`select 1 where app.end_directorate(${existing?.id ?? ''}, null, '2026-03-10')`),
    ).toBe(0);
    expect(await answerTo(buyer, sql`update directorate set name = 'X' where id = ${existing?.id ?? ''}`)).toBe(0);
    expect(await answerTo(team, into)).toBe(1);
  });

  it('is all that a team changes of the access of somebody of a buyer', async () => {
    const of = sql`organisation_id = ${world.id.buyer} and user_id = ${managerId}`;
    const ended = sql`update membership set ended_at = now() where ${of}`;
    expect(await answerTo(team, ended)).toBe(kept);
    expect(await answerTo(team, sql`update membership set directorate_id = null where ${of}`)).toBe(1);
    expect(await answerTo(buyer, ended)).toBe(0);
  });

  it('holds contracts of its own buyer alone', async () => {
    expect(await answerTo(system, ...attached(world.id.buyer))).toBe(1);
    expect(await answerTo(system, ...attached(otherBuyer))).toBe(stranger);
  });
});
