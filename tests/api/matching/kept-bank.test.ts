import { type ActorSettings, type Database, openDatabase, type Tx } from '@jonction/db/client';
import { readBankChanges } from '@jonction/db/matching/bank-change';
import { loadBank } from '@jonction/db/matching/load-bank';
import { streamBank } from '@jonction/db/matching/stream-bank';
import { newId } from '@jonction/db/new-id';
import type { MatchOffer } from '@jonction/domain/matching/offer';
import type { Profile } from '@jonction/domain/matching/profile';
import { Bank } from '@jonction/matching-engine/bank';
import fc from 'fast-check';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { Banks } from '../../../apps/api/src/matching/banks.ts';
import { catchUp, keepBank, restoreBank } from '../../../apps/api/src/matching/kept-bank.ts';
import { layBank } from '../../db/matching/lay-bank.ts';
import { offerArbitrary, profileArbitrary, proximity, skills, today } from '../../matching-engine/random-bank.ts';
import { makeBase, type TestBase } from '../../support/base.ts';

let base: TestBase;
let application: Database;
let system: Database;
/** Above the policies: lays people and breaks things. */
let above: postgres.Sql;

beforeAll(async () => {
  base = await makeBase();
  application = openDatabase(base.appUrl, { max: 4 });
  system = openDatabase(base.ownerUrl, { max: 2 });
  const url = new URL(inject('clusterUrl'));
  url.pathname = new URL(base.ownerUrl).pathname;
  above = postgres(url.toString(), { max: 4, onnotice: () => undefined });
});
afterAll(async () => {
  await Promise.all([application.close(), system.close(), above.end()]);
  await base.drop();
});

const loaderOf = (structureId: string): ActorSettings => ({ kind: 'user', role: 'facilitator', structureId });
const asLoader = <Result>(structureId: string, work: (tx: Tx) => Promise<Result>) =>
  application.as(loaderOf(structureId), work);
const crowdArbitrary = (most: number) =>
  fc
    .array(profileArbitrary, { minLength: 30, maxLength: most, size: 'max' })
    .map((drawn) => drawn.map((person): Profile => ({ ...person, id: newId(), visible: true, positionings: [] })));

const everybody = (structureId: string) =>
  asLoader(structureId, async (tx) => {
    const { upTo } = await readBankChanges(tx, structureId, null);
    return { bank: await Bank.of(streamBank(tx, structureId), today), upTo };
  });
/** What was laid is over for the log too: other tests of this machine hold it back while they write, as any program of a base does. */
async function settled(): Promise<void> {
  const [row] = await above`select pg_current_xact_id()::text as id`;
  const isPast = async () => {
    const [now] = await above`select pg_snapshot_xmin(pg_current_snapshot()) > ${row?.id}::xid8 as past`;
    return now?.past;
  };
  await expect.poll(isPast, { interval: 5 }).toBe(true);
}
const keep = async (structureId: string) => {
  await settled();
  await keepAtOnce(structureId);
};
const keepAtOnce = async (structureId: string) => {
  const read = await everybody(structureId);
  expect(await asLoader(structureId, (tx) => keepBank(tx, structureId, read))).toBe(true);
};
const restore = (structureId: string) => asLoader(structureId, (tx) => restoreBank(tx, structureId, today));

function expectSame(bank: Bank | undefined, other: Bank, offers: readonly MatchOffer[]) {
  for (const offer of offers) {
    const asked = { today, offer, proximity, skills };
    expect(bank?.best(asked, 50)).toEqual(other.best(asked, 50));
    expect(bank?.count({ ...asked, widen: true }, 1000)).toEqual(other.count({ ...asked, widen: true }, 1000));
  }
}

const kinds = ['placed', 'moves', 'learns', 'changes', 'proves', 'arrives', 'is erased', 'is positioned'] as const;
const changesArbitrary = fc.array(fc.record({ kind: fc.constantFrom(...kinds), place: fc.nat({ max: 10_000 }) }), {
  maxLength: 12,
});

/** Something that happens to a person, said to the tables as the product says it. */
async function change(kind: (typeof kinds)[number], structureId: string, id: string, offerId: string) {
  if (kind === 'placed') await above`update participant set status = 'placed' where id = ${id}`;
  if (kind === 'moves') await above`update participant set latitude = 48.81, longitude = 2.31 where id = ${id}`;
  if (kind === 'learns')
    await above`insert into participant_skill (participant_id, structure_id, skill, label)
      values (${id}, ${structureId}, 'skill_new', 'skill_new') on conflict do nothing`;
  if (kind === 'changes') await above`delete from participant_occupation where participant_id = ${id}`;
  if (kind === 'proves') await above`delete from eligibility_code where participant_id = ${id}`;
  if (kind === 'arrives')
    await above`insert into participant (id, structure_id, first_name, last_name)
      values (${newId()}, ${structureId}, 'Alix', 'Bernard')`;
  if (kind === 'is erased') await erase([id]);
  if (kind === 'is positioned')
    await above`insert into positioning (structure_id, participant_id, employer_id, offer_id)
      select structure_id, ${id}, employer_id, id from offer where id = ${offerId} on conflict do nothing`;
}

async function erase(ids: readonly string[]) {
  const wanted = `{${ids.join(',')}}`;
  await above.begin(async (tx) => {
    await tx`delete from positioning where participant_id = any(${wanted}::uuid[])`;
    await tx`delete from participant where id = any(${wanted}::uuid[])`;
  });
}

describe('a restart', () => {
  it('answers from the snapshot and the log as from everybody, whatever happened since', async () => {
    let compared = 0;
    let restored = 0;
    await fc.assert(
      fc.asyncProperty(
        crowdArbitrary(120),
        changesArbitrary,
        fc.array(offerArbitrary, { minLength: 4, maxLength: 4 }),
        async (drawn, changes, offers) => {
          const offerId = newId();
          const { structureId, people } = await layBank(above, drawn, [offerId]);
          await keep(structureId);
          for (const { kind, place } of changes)
            await change(kind, structureId, people[place % people.length]?.id ?? '', offerId);
          const read = await restore(structureId);
          const { bank } = await everybody(structureId);
          // Many changes in a small bank: everybody is read, on purpose.
          if (read) {
            restored += 1;
            expectSame(read.bank, bank, [...offers, ...offers.map((offer) => ({ ...offer, id: offerId }))]);
            compared += people.length * offers.length;
          }
        },
      ),
      { numRuns: 25, seed: 20_260_511 },
    );
    expect(restored).toBeGreaterThan(12);
    expect(compared).toBeGreaterThan(3000);
  });

  it('sees in the next request what a transaction that was open meanwhile had done', async () => {
    const { structureId, people } = await layBank(above, sample(), []);
    await settled();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const someone = people[3]?.id ?? '';
    let written: () => void = () => undefined;
    const isWritten = new Promise<void>((resolve) => {
      written = resolve;
    });
    const open = system.as({ kind: 'system' }, async (tx) => {
      await tx.execute(`update participant set diffusion_consent = not diffusion_consent where id = '${someone}'`);
      written();
      await held;
    });
    await isWritten;
    await keepAtOnce(structureId);
    const read = await restore(structureId);
    if (!read) throw new Error('no snapshot');
    release();
    await open;
    await asLoader(structureId, (tx) => catchUp(tx, structureId, read));
    expectSame(read.bank, (await everybody(structureId)).bank, offersOf(3));
  });
});

describe('a snapshot that is not to be read', () => {
  let structureId: string;
  beforeEach(async () => {
    ({ structureId } = await layBank(above, sample(), []));
    await keep(structureId);
    expect(await restore(structureId)).not.toBeNull();
  });

  it('is of another layout', async () => {
    await above`update bank_snapshot set layout = layout + 1 where structure_id = ${structureId}`;
    expect(await restore(structureId)).toBeNull();
  });

  it('is damaged, by a byte, by a part that is not there, or by its words', async () => {
    await above`update bank_snapshot_part set data = set_byte(data, 70, 255 - get_byte(data, 70)) where structure_id = ${structureId}`;
    expect(await restore(structureId)).toBeNull();
    await above`delete from bank_snapshot_part where structure_id = ${structureId}`;
    expect(await restore(structureId)).toBeNull();
    await keep(structureId);
    for (const words of ['', '[]', '{"rows":']) {
      await above`update bank_snapshot set words = ${words} where structure_id = ${structureId}`;
      expect(await restore(structureId)).toBeNull();
    }
  });

  it('is older than what the log of changes still holds', async () => {
    await above`update bank_snapshot set made_at = now() - interval '49 hours' where structure_id = ${structureId}`;
    expect(await restore(structureId)).toBeNull();
  });

  it('is of a base that has gone back in time since', async () => {
    await above`update bank_snapshot set up_to = '900000000000' where structure_id = ${structureId}`;
    expect(await restore(structureId)).toBeNull();
  });

  it('is of fewer people than changed since', async () => {
    await above`update participant set status = 'placed' where structure_id = ${structureId}`;
    expect(await restore(structureId)).toBeNull();
  });
});

describe('somebody erased', () => {
  const holders = async (id: string) => {
    const [row] = await above<{ count: number }[]>`
      select count(*)::int as count from bank_snapshot_part where position(uuid_send(${id}::uuid) in ids) > 0`;
    return row?.count;
  };

  it('has left the snapshot in the same transaction, and the others are still ranked', async () => {
    const { structureId, people } = await layBank(above, sample(), []);
    await keep(structureId);
    const gone = people[5]?.id ?? '';
    expect(await holders(gone)).toBe(1);
    await erase([gone]);
    expect(await holders(gone)).toBe(0);
    const [left] = await above<{ bytes: number }[]>`
      select coalesce(sum(length(data)), 0)::int as bytes from bank_snapshot_part where structure_id = ${structureId}`;
    expect(left?.bytes).toBe(0);
    // All of so small a bank were in that part: they stand in the log.
    const { participantIds } = await asLoader(structureId, (tx) => readBankChanges(tx, structureId, '0'));
    expect(participantIds).toEqual(expect.arrayContaining(people.filter(({ id }) => id !== gone).map(({ id }) => id)));
  });

  it('takes the whole snapshot with her when more than a hundred go at once', async () => {
    const { structureId, people } = await layBank(above, sample(150), []);
    await keep(structureId);
    await erase(people.slice(0, 101).map(({ id }) => id));
    const rows = await above`select from bank_snapshot_part where structure_id = ${structureId}`;
    expect(rows).toHaveLength(0);
    expect(await restore(structureId)).toBeNull();
  });

  it('is not in a snapshot of a bank that was read before', async () => {
    const { structureId, people } = await layBank(above, sample(), []);
    const read = await everybody(structureId);
    const gone = people[2]?.id ?? '';
    await erase([gone]);
    await asLoader(structureId, (tx) => keepBank(tx, structureId, read));
    expect(await holders(gone)).toBe(0);
  });

  it('is waited for by a snapshot that is being saved', async () => {
    const { structureId, people } = await layBank(above, sample(), []);
    const read = await everybody(structureId);
    const gone = people[2]?.id ?? '';
    let saving: Promise<unknown> = Promise.resolve();
    await above.begin(async (tx) => {
      await tx`delete from participant where id = ${gone}`;
      saving = asLoader(structureId, (other) => keepBank(other, structureId, read));
      // It has reached the lock and waits there.
      await expect
        .poll(
          async () =>
            (
              await above`select from pg_locks where locktype = 'advisory' and not granted
          and database = (select oid from pg_database where datname = current_database())`
            ).length,
        )
        .toBe(1);
    });
    expect(await saving).toBe(true);
    expect(await holders(gone)).toBe(0);
  });
});

describe('the snapshot', () => {
  it('is shown to the loader of its structure alone', async () => {
    const { structureId, otherStructureId } = await layBank(above, sample(), []);
    await keep(structureId);
    const seenBy = (actor: ActorSettings) =>
      application.as(actor, async (tx) => {
        const parts = await tx.execute(`select number from bank_snapshot_part where structure_id = '${structureId}'`);
        const heads = await tx.execute(`select id from bank_snapshot where structure_id = '${structureId}'`);
        return parts.length + heads.length;
      });
    expect(await seenBy(loaderOf(structureId))).toBe(2);
    for (const actor of [
      { ...loaderOf(structureId), userId: newId() },
      { ...loaderOf(structureId), role: 'lead', userId: newId() },
      { ...loaderOf(structureId), role: 'partner' },
      { ...loaderOf(structureId), role: 'employer' },
      loaderOf(otherStructureId),
      { kind: 'system' as const },
      { kind: 'anonymous' as const, structureId },
      { kind: 'participant' as const, structureId, participantId: newId() },
    ])
      expect(await seenBy(actor), JSON.stringify(actor)).toBe(0);
    await expect(
      asLoader(structureId, (tx) =>
        tx.execute(`insert into bank_snapshot (structure_id, id, layout, up_to, parts, words)
          values ('${otherStructureId}', gen_random_uuid(), 1, '1', 0, '{}')`),
      ),
    ).rejects.toThrow();
  });

  it('is saved by one program at a time', async () => {
    const { structureId } = await layBank(above, sample(), []);
    const read = await everybody(structureId);
    const done = await system.as({ kind: 'system' }, async (tx) => {
      const mine = await keepBank(tx, structureId, read);
      return [mine, await asLoader(structureId, (other) => keepBank(other, structureId, read))];
    });
    expect(done).toEqual([true, false]);
  });

  it('is left by the first program that reads everybody, and read by the next', async () => {
    const { structureId } = await layBank(above, sample(), []);
    await settled();
    const first = await new Banks(application, () => today, 10).get(structureId);
    const count = async () => (await above`select from bank_snapshot where structure_id = ${structureId}`).length;
    await expect.poll(count).toBe(1);
    // Somebody who stands in the tables but not in the log is only found by reading everybody.
    await above.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`insert into participant (structure_id, first_name, last_name) values (${structureId}, 'Alix', 'Bernard')`;
    });
    const second = await new Banks(application, () => today, 10).get(structureId);
    expect(second.rows).toBe(first.rows);
    await above`delete from bank_snapshot where structure_id = ${structureId}`;
    expect((await new Banks(application, () => today, 10).get(structureId)).rows).toBe(first.rows + 1);
  });

  it('is not worth its place for a small bank', async () => {
    const { structureId } = await layBank(above, sample(), []);
    await new Banks(application, () => today).get(structureId);
    expect(await above`select from bank_snapshot where structure_id = ${structureId}`).toHaveLength(0);
  });

  it('holds no name, and of people what the copy in memory holds', async () => {
    const { structureId, people } = await layBank(above, sample(), []);
    await keep(structureId);
    const [row] = await above<{ words: string; data: Buffer }[]>`
      select words, data from bank_snapshot join bank_snapshot_part using (structure_id) where structure_id = ${structureId}`;
    const all = `${row?.words} ${row?.data.toString('latin1')}`;
    expect(all).not.toMatch(/Camille|Martin/);
    const loaded = await asLoader(structureId, (tx) => loadBank(tx, { structureId }));
    expect(loaded).toHaveLength(people.length);
    const words = loaded.flatMap(({ skills: held, romes, licences, eligible }) => [
      ...(held ?? []),
      ...(romes ?? []).map(({ code }) => code),
      ...(licences ?? []),
      ...(eligible ?? []).map(({ category }) => category),
    ]);
    const { codes, skills: known, licences, categories } = JSON.parse(row?.words ?? '{}');
    expect(new Set([...codes, ...known, ...licences, ...categories])).toEqual(new Set(words));
  });
});

function sample(count = 40): Profile[] {
  const drawn = fc.sample(profileArbitrary, { numRuns: count, seed: 21 });
  return drawn.map((person) => ({ ...person, id: newId(), visible: true, positionings: [] }));
}

function offersOf(count: number) {
  return fc.sample(offerArbitrary, { numRuns: count, seed: 22 });
}
