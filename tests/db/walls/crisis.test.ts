import type { ActorSettings } from '@jonction/db/client';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerTo as answerAs } from './answer-to.ts';
import { type FilledStructure, facilitator, fillStructure, system } from './filled-structure.ts';

let world: FilledStructure;
let team: ActorSettings;
let lead: ActorSettings;
let buyer: ActorSettings;
beforeAll(async () => {
  world = await fillStructure();
  const { id } = world;
  team = facilitator(id.user, id.structure);
  lead = { ...team, role: 'lead' };
  buyer = { kind: 'user', userId: id.stranger, role: 'buyer', organisationId: id.buyer, structureId: id.structure };
});
afterAll(() => world.close());

const answerTo = (actor: ActorSettings, ...changes: Parameters<typeof answerAs>[2]) => answerAs(world, actor, changes);
const wall = '42501';
const check = '23514';
const kept = '23001';
const ended = sql`state = 'ended', ended_on = '2026-03-10', ended_said_on = '2026-03-10', ended_by = written_by, ended_at = now()`;
const undone = sql`state = 'undone', undone_by = written_by, undone_at = now()`;
const insert = (by: string, state = 'draft') => sql`
  insert into crisis (structure_id, title, regime, from_day, terms, written_by, state)
  values (${world.id.structure}, 'Inondation', 'other', '2026-03-01', '{}', ${by}, ${state})`;

describe('an emergency, in the base', () => {
  it('is declared by the lead, in her own name, as a draft', async () => {
    const { user, stranger } = world.id;
    expect(await answerTo(lead, insert(user))).toBe(1);
    expect(await answerTo(team, insert(user))).toBe(wall);
    expect(await answerTo(buyer, insert(stranger))).toBe(wall);
    expect(await answerTo(lead, insert(stranger))).toBe(wall);
    expect(await answerTo(lead, insert(user, 'in_force'))).not.toBe(1);
  });

  it('goes forward only, and what was declared is never changed once it is in force', async () => {
    const force = sql`state = 'in_force'`;
    expect(await answerTo(lead, sql`update crisis set ${ended} where ${force}`)).toBe(1);
    expect(await answerTo(lead, sql`update crisis set ${undone} where ${force}`)).toBe(1);
    expect(await answerTo(team, sql`update crisis set ${undone} where ${force}`)).toBe(0);
    for (const change of [
      sql`title = 'Autre'`,
      sql`cadences = '{hours}'`,
      sql`to_day = '2026-04-01'`,
      sql`state = 'draft'`,
    ]) {
      expect(await answerTo(system, sql`update crisis set ${change} where ${force}`)).toBe(kept);
    }
    const twice = sql`update crisis set ${ended} where state = 'ended'`;
    expect(await answerTo(system, sql`update crisis set ${ended} where ${force}`, twice)).toBe(kept);
    const again = sql`update crisis set state = 'in_force' where state = 'undone'`;
    expect(await answerTo(system, sql`update crisis set ${undone} where ${force}`, again)).toBe(kept);
  });

  it('is set aside while it is a draft, with its choices, and never afterwards', async () => {
    expect(await answerTo(lead, sql`delete from crisis where state = 'draft'`)).toBe(1);
    expect(await answerTo(team, sql`delete from crisis where state = 'draft'`)).toBe(0);
    expect(await answerTo(lead, sql`delete from crisis where state = 'in_force'`)).toBe(0);
  });

  it('says whole when it ended and who ended it', async () => {
    const half = sql`update crisis set state = 'ended', ended_on = '2026-03-10' where state = 'in_force'`;
    expect(await answerTo(system, half)).toBe(check);
    const before = sql`update crisis set ${ended}, ended_on = '2026-02-01' where state = 'in_force'`;
    expect(await answerTo(system, before)).not.toBe(1);
  });
});

describe('what an emergency does', () => {
  it('is chosen by the lead before it is in force', async () => {
    const choose = sql`update crisis_choice set chosen = false`;
    expect(await answerTo(lead, choose)).toBe(1);
    expect(await answerTo(team, choose)).toBe(0);
    const force = sql`update crisis set state = 'in_force', applied_on = '2026-03-02', applied_by = written_by, applied_at = now() where state = 'draft'`;
    expect(await answerTo(system, force, choose)).toBe(kept);
  });

  it('is only ever taken back, once, by the lead', async () => {
    const back = sql`update crisis_measure set withdrawn_on = '2026-03-10'`;
    expect(await answerTo(lead, back)).toBe(1);
    expect(await answerTo(team, back)).toBe(0);
    expect(await answerTo(buyer, back)).toBe(0);
    expect(await answerTo(system, back, back)).toBe(kept);
    expect(await answerTo(system, sql`update crisis_measure set measure = 'stop'`)).toBe(kept);
    expect(await answerTo(system, sql`update crisis_measure set withdrawn_on = '2026-03-01'`)).toBe(check);
    expect(await answerTo(system, sql`delete from crisis_measure`)).toBe(0);
  });

  it('is told by a letter that is written or dropped, once', async () => {
    const written = sql`update crisis_letter set written_at = now()`;
    const dropped = sql`update crisis_letter set dropped_at = now()`;
    expect(await answerTo(system, written)).toBe(1);
    expect(await answerTo(lead, dropped)).toBe(1);
    expect(await answerTo(team, dropped)).toBe(0);
    expect(await answerTo(system, written, dropped)).toBe(kept);
    expect(await answerTo(system, sql`update crisis_letter set address = 'autre@ville.test'`)).toBe(kept);
  });
});
