import type { ActorSettings } from '@jonction/db/client';
import { sqlStateOf } from '@jonction/db/client';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FilledStructure, facilitator, fillStructure } from './filled-structure.ts';

let world: FilledStructure;
let partner: ActorSettings;

beforeAll(async () => {
  world = await fillStructure();
  const { id, sql: base } = world;
  await base`update participant set recommended_by_organisation_id = ${id.partner} where id = ${id.participant}`;
  partner = { kind: 'user', userId: id.user, role: 'partner', organisationId: id.partner, structureId: id.structure };
});
afterAll(() => world.close());

async function tried(actor: ActorSettings, change: ReturnType<typeof sql>): Promise<number | string> {
  try {
    return await world.application.as(actor, async (tx) => (await tx.execute(change)).count);
  } catch (error) {
    return sqlStateOf(error) ?? String(error);
  }
}
const read = sql`select 1 from participant_project`;
const state = (participantId: string, code: string) =>
  sql`insert into participant_project (structure_id, participant_id, rome_code, stated_on)
    values (${world.id.structure}, ${participantId}, ${code}, '2026-03-02')`;

describe('the projects of a person, in the base', () => {
  it('are read and stated by the partner whose person she is, and of nobody else', async () => {
    expect(await tried(partner, read)).toBe(1);
    expect(await tried(partner, state(world.id.participant, 'N1105'))).toBe(1);
    expect(await tried(partner, state(world.id.second, 'N1105'))).toBe('42501');
    const other = { ...partner, organisationId: world.id.other };
    expect(await tried(other, read)).toBe(0);
    expect(await tried(other, sql`update participant_project set wish = 'x'`)).toBe(0);
  });

  it('are read by herself, who states none: she says it to her team', async () => {
    const { id } = world;
    const own: ActorSettings = { kind: 'participant', participantId: id.participant, structureId: id.structure };
    expect(Number(await tried(own, read))).toBeGreaterThan(0);
    expect(await tried(own, state(id.participant, 'A1203'))).toBe('42501');
    expect(await tried(own, sql`update participant_project set wish = 'x'`)).toBe(0);
    expect(await tried({ ...own, participantId: id.second }, read)).toBe(0);
  });

  it('are taken away by nobody: what was given up stays', async () => {
    for (const actor of [partner, facilitator(world.id.user, world.id.structure)]) {
      expect(await tried(actor, sql`delete from participant_project`)).toBe('42501');
    }
  });

  it.each([
    ['a way to work that nobody knows', sql`update participant_project set transports = '{plane}'`, '23514'],
    ['a main one that is over', sql`update participant_project set main = true, state = 'dropped'`, '23514'],
    [
      'a most below the least',
      sql`update participant_project set weekly_hours_min = 30, weekly_hours_max = 20`,
      '23514',
    ],
  ])('cannot hold %s', async (_, change, code) => {
    expect(await tried(facilitator(world.id.user, world.id.structure), change)).toBe(code);
  });
});
