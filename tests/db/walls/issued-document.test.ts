import { type ActorSettings, sqlStateOf } from '@jonction/db/client';
import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FilledStructure, facilitator, fillStructure, system } from './filled-structure.ts';

let world: FilledStructure;
let buyer: ActorSettings;
let employer: ActorSettings;
let person: ActorSettings;

beforeAll(async () => {
  world = await fillStructure();
  const { id } = world;
  const user = { kind: 'user', userId: id.stranger, structureId: id.structure } as const;
  buyer = { ...user, role: 'buyer', organisationId: id.buyer };
  employer = { ...user, role: 'employer', organisationId: id.employer };
  person = { kind: 'participant', participantId: id.participant, structureId: id.structure };
});
afterAll(() => world.close());

interface Traits {
  kind?: string;
  audience?: string;
  contract?: string | null;
  buyer?: string | null;
  employer?: string | null;
  participant?: string | null;
  structure?: string;
}

let made = 0;
function paper(given: Traits = {}): SQL {
  const { id } = world;
  const { kind = 'statement', audience = 'team', structure = id.structure } = given;
  const of = (name: keyof Traits, otherwise: string | null) => (name in given ? given[name] : otherwise) ?? null;
  return sql`insert into issued_document (structure_id, kind, audience, contract_id, buyer_id, employer_id, participant_id,
      from_month, to_month, known_on, known_at, scope, facts, facts_sha256, code_hash)
    values (${structure}, ${kind}, ${audience}, ${of('contract', id.contract)}, ${of('buyer', id.buyer)}, ${of('employer', null)},
      ${of('participant', null)}, '2026-01-01', '2026-03-01', '2026-04-01', now(), 'x', '{}', repeat('a', 64), ${`code ${++made}`})`;
}

class Undone extends Error {}

/** What the base answers to a paper written by somebody; nothing of it stays. */
async function answer(actor: ActorSettings, change: SQL): Promise<string> {
  const database = actor.kind === 'system' ? world.system : world.application;
  try {
    await database.as(actor, async (tx) => {
      await tx.execute(change);
      throw new Undone();
    });
  } catch (error) {
    return error instanceof Undone ? 'taken' : (sqlStateOf(error) ?? String(error));
  }
  return 'taken';
}

const wall = '42501';
const alone = { contract: null, buyer: null };

describe('an issued paper', () => {
  it('is about what its kind is about', async () => {
    const { id } = world;
    const cases: [Traits, string][] = [
      [{}, 'taken'],
      [{ contract: null }, '23514'],
      [{ kind: 'attestation', audience: 'employer', ...alone, employer: id.employer }, 'taken'],
      [{ kind: 'attestation', audience: 'employer', ...alone }, '23514'],
      [{ kind: 'attestation', audience: 'employer', employer: id.employer }, '23514'],
      [{ kind: 'record', audience: 'participant', ...alone, participant: id.participant }, 'taken'],
      [{ kind: 'record', audience: 'team', ...alone, participant: id.participant }, '23514'],
      [{ kind: 'record', audience: 'participant', ...alone }, '23514'],
      [{ audience: 'employer' }, '23514'],
      [{ participant: id.participant }, '23514'],
    ];
    for (const [traits, expected] of cases) {
      expect([traits, await answer(system, paper(traits))]).toEqual([traits, expected]);
    }
  });

  it('has one code, and no other paper has it', async () => {
    const twice = sql`insert into issued_document select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid()))).* from issued_document t limit 1`;
    expect(await answer(system, twice)).toBe('23505');
  });

  it('is never changed, not by the system itself', async () => {
    expect(await answer(system, sql`update issued_document set facts = '{"sum": 1}'`)).toBe('23001');
    expect(
      await answer(facilitator(world.id.user, world.id.structure), sql`update issued_document set facts = '{}'`),
    ).toBe(wall);
    expect(await answer(facilitator(world.id.user, world.id.structure), sql`delete from issued_document`)).toBe(wall);
  });

  it('is written by each reader for itself only', async () => {
    const { id } = world;
    const team = facilitator(id.user, id.structure);
    const own = { kind: 'record', audience: 'participant', ...alone, participant: id.participant };
    const cases: [ActorSettings, Traits, string][] = [
      [team, {}, 'taken'],
      [team, { structure: id.other }, wall],
      [buyer, { audience: 'buyer' }, 'taken'],
      [buyer, { audience: 'team' }, wall],
      [buyer, { audience: 'buyer', kind: 'certificate' }, wall],
      [{ ...buyer, organisationId: id.other }, { audience: 'buyer' }, wall],
      [employer, { audience: 'employer', employer: id.employer }, 'taken'],
      [employer, { audience: 'employer', employer: id.other }, wall],
      [employer, { audience: 'buyer', employer: id.employer }, wall],
      [person, own, 'taken'],
      [person, { ...own, participant: id.second }, wall],
      [person, {}, wall],
      [{ kind: 'anonymous' }, {}, wall],
    ];
    for (const [actor, traits, expected] of cases) {
      expect([actor.role ?? actor.kind, traits, await answer(actor, paper(traits))]).toEqual([
        actor.role ?? actor.kind,
        traits,
        expected,
      ]);
    }
  });

  it('is read by whom it is for', async () => {
    const { id } = world;
    const readers: [ActorSettings, Traits][] = [
      [buyer, { audience: 'buyer' }],
      [employer, { audience: 'employer', employer: id.employer }],
      [person, { kind: 'record', audience: 'participant', ...alone, participant: id.participant }],
    ];
    for (const [, traits] of readers) await world.system.as(system, (tx) => tx.execute(paper(traits)));
    for (const [actor, traits] of readers) {
      const rows = await world.application.as(actor, (tx) =>
        tx.execute<{ audience: string }>(sql`select distinct audience from issued_document`),
      );
      expect([...rows]).toEqual([{ audience: traits.audience }]);
    }
  });

  it('is found by its code by anybody, and by no part of it', async () => {
    const find = async (code: string) =>
      (
        await world.application.as({ kind: 'anonymous' }, (tx) =>
          tx.execute(sql`select id from app.find_issued_document(${code})`),
        )
      ).length;
    expect([await find('code'), await find('cod'), await find('%'), await find('')]).toEqual([1, 0, 0, 0]);
  });
});

describe('the hours of a paper', () => {
  const hours = async (actor: ActorSettings, given: { contract?: string; employer?: string; person?: string }) => {
    const { id } = world;
    const rows = await world.application.as(actor, (tx) =>
      tx.execute<{ placement_id: string | null; employer_name: string | null }>(sql`
        select placement_id, employer_name from app.document_hours(${id.structure}::uuid, ${given.contract ?? null}::uuid,
          ${given.employer ?? null}::uuid, ${given.person ?? null}::uuid, '2000-01-01'::date, '2100-01-01'::date, now())`),
    );
    return [...rows];
  };

  it('are told to whoever may know them, and to a buyer without people nor companies', async () => {
    const { id } = world;
    const team = facilitator(id.user, id.structure);
    expect(await hours(team, { contract: id.contract })).toMatchObject([{ placement_id: id.placement }]);
    expect(await hours(employer, { contract: id.contract, employer: id.employer })).toHaveLength(1);
    expect(await hours(person, { person: id.participant })).toHaveLength(1);
    expect(await hours(buyer, { contract: id.contract })).toEqual([{ placement_id: null, employer_name: null }]);
  });

  it('are not told to others, nor of others', async () => {
    const { id } = world;
    expect(await hours(facilitator(id.stranger, id.other), { contract: id.contract })).toEqual([]);
    expect(await hours(buyer, { contract: id.contract, employer: id.employer })).toEqual([]);
    expect(await hours(buyer, { contract: id.contract, person: id.participant })).toEqual([]);
    expect(await hours({ ...buyer, organisationId: id.other }, { contract: id.contract })).toEqual([]);
    expect(await hours({ ...employer, organisationId: id.other }, { contract: id.contract })).toEqual([]);
    expect(await hours(employer, { person: id.participant })).toEqual([]);
    expect(await hours(person, { person: id.second })).toEqual([]);
    expect(await hours({ kind: 'anonymous' }, { contract: id.contract })).toEqual([]);
    expect(await hours(facilitator(id.user, id.structure), {})).toEqual([]);
  });
});
