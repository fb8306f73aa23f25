import type { ActorSettings } from '@jonction/db/client';
import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerTo as answerAs } from './answer-to.ts';
import { type FilledStructure, facilitator, fillStructure, system } from './filled-structure.ts';

let world: FilledStructure;
let lead: ActorSettings;
beforeAll(async () => {
  world = await fillStructure();
  lead = { ...facilitator(world.id.user, world.id.structure), role: 'lead' };
});
afterAll(() => world.close());

const answerTo = (actor: ActorSettings, ...changes: SQL[]) => answerAs(world, actor, changes);
const set = ({ months = 4, from = 3, structure = world.id.structure, by = world.id.user } = {}) =>
  sql`insert into paper_validity (structure_id, kind, from_months, months, set_by)
    values (${structure}, 'registration', ${from}, ${months}, ${by})`;
const employer = (): ActorSettings => ({
  ...{ kind: 'user', userId: world.id.stranger, role: 'employer', organisationId: world.id.buyer },
  structureId: world.id.structure,
});

describe('the months that a paper counts, in the base', () => {
  it('are the lead’s to set, in her own name, for her own structure', async () => {
    expect(await answerTo(lead, set())).toBe(1);
    for (const who of [facilitator(world.id.user, world.id.structure), employer(), { kind: 'anonymous' } as const])
      expect(await answerTo(who, set())).toBe('42501');
    expect(await answerTo(lead, set({ by: world.id.stranger }))).toBe('42501');
    expect(await answerTo(lead, set({ structure: world.id.other }))).toBe('42501');
  });

  it('are a change, of months that make sense, whoever writes it', async () => {
    for (const wrong of [{ months: 3 }, { months: 0 }, { months: 121 }, { from: 0 }])
      expect([wrong, await answerTo(system, set(wrong))]).toEqual([wrong, '23514']);
  });

  it('are read with their history by the team; anybody who brings a paper learns the number and nothing of who set it', async () => {
    const history = sql`select 1 from paper_validity`;
    for (const who of [lead, facilitator(world.id.user, world.id.structure)])
      expect(await answerTo(who, history)).toBe(1);
    for (const who of [employer(), facilitator(world.id.stranger, world.id.other), { kind: 'anonymous' } as const])
      expect(await answerTo(who, history)).toBe(0);
    const number = sql`select 1 where app.paper_months(${world.id.structure}, 'registration', now()) = 2`;
    expect(await answerTo(employer(), number)).toBe(1);
    const before = sql`select 1 where app.paper_months(${world.id.structure}, 'registration', '2000-01-01') is null`;
    expect(await answerTo(employer(), before)).toBe(1);
  });
});
