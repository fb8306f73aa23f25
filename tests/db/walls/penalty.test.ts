import { type ActorSettings, sqlStateOf } from '@jonction/db/client';
import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FilledStructure, facilitator, fillStructure, system } from './filled-structure.ts';

let world: FilledStructure;
let team: ActorSettings;
let buyer: ActorSettings;

beforeAll(async () => {
  world = await fillStructure();
  const { id } = world;
  team = facilitator(id.user, id.structure);
  buyer = { kind: 'user', userId: id.stranger, role: 'buyer', organisationId: id.buyer, structureId: id.structure };
});
afterAll(() => world.close());

class Undone extends Error {}

/** What the base answers to some changes made one after the other by several people, of which the last counts; nothing stays. */
async function answerTo(...changes: [ActorSettings, SQL][]): Promise<string | number> {
  const last = changes.pop();
  if (!last) throw new Error('nothing was asked');
  for (const [, change] of changes) await world.system.as(system, (tx) => tx.execute(change));
  const [actor, change] = last;
  const database = actor.kind === 'system' ? world.system : world.application;
  let rows = 0;
  try {
    await database.as(actor, async (tx) => {
      rows = (await tx.execute(change)).count;
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) return sqlStateOf(error) ?? String(error);
  } finally {
    await world.system.as(system, async (tx) => {
      await tx.execute(sql`delete from penalty_proposal`);
      await tx.execute(draft());
    });
  }
  return rows;
}

function draft(state = 'draft'): SQL {
  const { id } = world;
  return sql`insert into penalty_proposal (structure_id, contract_id, clause_id, buyer_id, state, known_on, facts, cents, opinion)
    values (${id.structure}, ${id.contract}, ${id.clause}, ${id.buyer}, ${state}, '2026-01-01', '{}', 1000, 'avis')`;
}

const set = (change: SQL) => sql`update penalty_proposal set ${change}`;
const submit = set(sql`state = 'submitted'`);
const decided = (outcome: string, cents: number, source: SQL = sql``) =>
  set(
    sql`state = 'decided', outcome = ${outcome}, decided_cents = ${cents}, reason = 'motif', decided_at = now() ${source}`,
  );
const heard = sql`, source = 'mail', said_by = 'Mme Petit', said_on = '2026-02-01'`;
const wall = '42501';
const check = '23514';
const kept = '23001';

describe('a penalty in the base', () => {
  it('waits once on a clause', async () => {
    expect(await answerTo([system, draft()])).toBe('23505');
  });

  it('begins as a draft of the team’s, never before the buyer at once', async () => {
    const clear = sql`delete from penalty_proposal`;
    expect(await answerTo([system, clear], [team, draft()])).toBe(1);
    expect(await answerTo([system, clear], [team, draft('submitted')])).toBe(wall);
    expect(await answerTo([system, clear], [buyer, draft()])).toBe(wall);
    expect(await answerTo([system, clear], [facilitator(world.id.stranger, world.id.other), draft()])).toBe(wall);
  });

  it('is seen by the buyer from the day it is put before it', async () => {
    const seen = sql`select 1 from penalty_proposal`;
    expect(await answerTo([buyer, seen])).toBe(0);
    expect(await answerTo([system, submit], [buyer, seen])).toBe(1);
    const withdrawn = set(sql`state = 'withdrawn', reason = 'motif'`);
    expect(await answerTo([system, withdrawn], [buyer, seen])).toBe(0);
  });

  it('is never rewritten, not by the system itself', async () => {
    expect(await answerTo([system, set(sql`cents = 1, state = 'submitted'`)])).toBe(kept);
    expect(await answerTo([system, set(sql`facts = '{"a": 1}', state = 'submitted'`)])).toBe(kept);
    expect(await answerTo([system, set(sql`opinion = 'autre', state = 'submitted'`)])).toBe(kept);
    expect(
      await answerTo([system, set(sql`notice_on = '2026-01-01', until_on = '2026-01-02', state = 'submitted'`)]),
    ).toBe(kept);
  });

  it('takes no other way than from draft to buyer to decision, or back', async () => {
    expect(await answerTo([team, submit])).toBe(1);
    expect(await answerTo([system, decided('waive', 0)])).toBe(kept);
    expect(await answerTo([system, submit], [system, set(sql`state = 'draft'`)])).toBe(kept);
    expect(await answerTo([system, submit], [system, decided('waive', 0)], [system, decided('apply', 1000)])).toBe(
      kept,
    );
    expect(await answerTo([system, submit], [team, set(sql`state = 'withdrawn', reason = 'motif'`)])).toBe(1);
    expect(await answerTo([system, submit], [team, set(sql`state = 'withdrawn'`)])).toBe(check);
  });

  it('is decided whole, in part or to nothing, and nothing else', async () => {
    const cases: [string, number, number | string][] = [
      ['apply', 1000, 1],
      ['apply', 999, check],
      ['waive', 0, 1],
      ['waive', 1, check],
      ['reduce', 1, 1],
      ['reduce', 999, 1],
      ['reduce', 0, check],
      ['reduce', 1000, check],
    ];
    for (const [outcome, cents, expected] of cases) {
      expect([outcome, cents, await answerTo([system, submit], [buyer, decided(outcome, cents)])]).toEqual([
        outcome,
        cents,
        expected,
      ]);
    }
  });

  it('is decided by its buyer, or by the team with where it heard it', async () => {
    expect(await answerTo([system, submit], [team, decided('waive', 0)])).toBe(wall);
    expect(await answerTo([system, submit], [team, decided('waive', 0, heard)])).toBe(1);
    expect(await answerTo([system, submit], [buyer, decided('waive', 0, heard)])).toBe(wall);
    const other: ActorSettings = { ...buyer, organisationId: world.id.other };
    expect(await answerTo([system, submit], [other, decided('waive', 0)])).toBe(0);
  });

  it('keeps who did what: a buyer writes its own decision only', async () => {
    const act = (what: string, byBuyer: boolean) => sql`
      insert into penalty_act (structure_id, penalty_id, act, by_buyer) select structure_id, id, ${what}, ${byBuyer} from penalty_proposal`;
    expect(await answerTo([system, submit], [buyer, act('decide', true)])).toBe(1);
    expect(await answerTo([system, submit], [buyer, act('decide', false)])).toBe(wall);
    expect(await answerTo([system, submit], [buyer, act('withdraw', true)])).toBe(wall);
    expect(await answerTo([system, submit], [team, act('decide', true)])).toBe(wall);
    expect(await answerTo([system, submit], [team, act('decide', false)])).toBe(1);
  });
});
