import { lookAtBank } from '@jonction/api/participant/look-for-duplicates';
import { openDatabase } from '@jonction/db/client';
import { listCandidatePairs, mostSharing } from '@jonction/db/participant/pairs';
import { makeParticipant } from '@jonction/testing/participant';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';
import { type House, makeHouse } from '../../support/structure.ts';

const system = { kind: 'system' } as const;
let product: Product;
let here: House;
let elsewhere: House;

beforeAll(async () => {
  product = await startProduct({ today: '2026-05-04' });
  here = await makeHouse(product, 'des Doubles');
  elsewhere = await makeHouse(product, 'des Autres');
});
afterAll(() => product.close());

type Given = { firstName: string; lastName: string; birthDate?: string; phone?: string; email?: string };
const add = async (given: Given, structureId = here.structureId) =>
  (await product.system.as(system, (tx) => makeParticipant(tx, { structureId, ...given }))).id;
const look = async (structureId = here.structureId) => {
  const statements: string[] = [];
  const database = openDatabase(product.base.ownerUrl, { max: 1, onQuery: (query) => statements.push(query) });
  try {
    await lookAtBank({ structureId }, { database } as Parameters<typeof lookAtBank>[1]);
  } finally {
    await database.close();
  }
  return statements.filter((query) => !query.includes('set_config')).length;
};
const list = (input = {}, who = here.facilitator) => who.client.participant.listDuplicates.query(input);

describe('a look at the whole bank', () => {
  it('lists pairs by points, with the reasons, and never people of another structure', async () => {
    const awa = { firstName: 'Awa', lastName: 'Traorenko', birthDate: '1990-02-01', phone: '+33611223344' };
    await add(awa);
    await add({ ...awa, firstName: 'AWA' });
    await add({ firstName: 'Bintou', lastName: 'Zerrouki', birthDate: '1984-03-02' });
    await add({ firstName: 'Zerrouki', lastName: 'Bintu', birthDate: '1984-02-03' });
    await add(awa, elsewhere.structureId);
    await look();
    const { rows, total } = await list();
    expect(total).toBe(2);
    expect(rows.map(({ score, level, why }) => ({ score, level, why }))).toEqual([
      { score: 100, level: 'sure', why: ['name', 'birth', 'phone', 'commune'] },
      { score: 45, level: 'possible', why: ['like_name', 'near_birth', 'commune'] },
    ]);
    expect((await list({ leastScore: 75 })).total).toBe(1);
    expect((await list({}, elsewhere.facilitator)).total).toBe(0);
    expect(await refusalOf(list({}, here.partner))).toBe('access.not_allowed');
  });

  it('says the same when it looks again, forgets what is corrected, and keeps what a person said', async () => {
    const [first] = (await list()).rows;
    const pair = { participantId: first?.one.id ?? '', otherId: first?.other.id ?? '' };
    await look();
    expect((await list()).total).toBe(2);
    await here.facilitator.client.participant.dismissDuplicate.mutate(pair);
    await product.system.client`update participant set last_name = 'Autrement' where first_name = 'Zerrouki'`;
    await look();
    expect((await list()).total).toBe(0);
  });

  it('takes a telephone that a whole hostel shares for nobody’s', async () => {
    for (let at = 0; at <= mostSharing; at++) {
      await add({ firstName: `Prénom${at}`, lastName: `Foyer${'abcdefghijklmn'[at]}`, phone: '+33155667788' });
    }
    await look();
    expect((await list()).total).toBe(0);
  });

  it('is asked for by the team, and done by a job', async () => {
    expect(await here.facilitator.client.participant.lookForDuplicates.mutate()).toEqual({ asked: true });
    const told = await product.system
      .client`select 1 from outbox where type = 'participant.look_wanted' and structure_id = ${here.structureId}`;
    expect(told).toHaveLength(1);
    expect(await refusalOf(here.administrator.client.participant.lookForDuplicates.mutate())).toBe(
      'access.not_allowed',
    );
  });
});

describe('side by side', () => {
  it('says what differs, what is suggested and what hangs on each record; the reading is logged', async () => {
    const keptId = await add({ firstName: 'Côme', lastName: 'Perrot' });
    const goneId = await add({ firstName: 'Come', lastName: 'Perrot', phone: '+33611998877' });
    const shown = await here.facilitator.client.participant.compareDuplicates.query({ keptId, goneId });
    expect(shown.differences).toEqual([
      { field: 'firstName', suggested: 'kept' },
      { field: 'phone', suggested: 'gone' },
    ]);
    expect(shown).toMatchObject({ reasons: ['name', 'commune'], score: 45, consentsAfter: true });
    expect(shown.kept.counts).toEqual({ cvs: 0, contacts: 0, positionings: 0, open: 0, placements: 0, evidences: 0 });
    const logged = await product.system
      .client`select subject_id from audit_entry where action = 'participant.compareDuplicates'`;
    expect(new Set(logged.map(({ subject_id }) => subject_id))).toEqual(new Set([keptId, goneId]));
  });

  it('refuses one record twice, and people of another structure', async () => {
    const mine = await add({ firstName: 'Solène', lastName: 'Perrot' });
    const theirs = await add({ firstName: 'Solène', lastName: 'Perrot' }, elsewhere.structureId);
    const compare = (keptId: string, goneId: string) =>
      refusalOf(here.facilitator.client.participant.compareDuplicates.query({ keptId, goneId }));
    expect(await compare(mine, mine)).toBe('participant.merge_same');
    expect(await compare(mine, theirs)).toBe('participant.not_found');
  });
});

describe('eighteen thousand people', () => {
  it('are looked at in two statements and few pairs, and listed in one, whatever their number', async () => {
    const crowd = await makeHouse(product, 'de la Foule');
    await product.system.client`
      insert into participant (structure_id, first_name, last_name, birth_date, phone, email, postal_code)
      select ${crowd.structureId}, (array['Awa','Bruno','Célia','Dina','Elena','Farid','Gisèle','Hawa','Ibrahim','Jeanne'])[1 + i % 10],
        initcap(translate(substr(md5((i / 10)::text), 1, 10), '0123456789', 'ghijklmnop')),
        date '1960-01-01' + (i * 7919) % 16000, '+336' || lpad((i * 31 % 100000000)::text, 8, '0'), 'p' || i || '@exemple.test',
        lpad((75000 + i % 40)::text, 5, '0')
      from generate_series(1, 18000) i`;
    // Forty of them twice, with a slip.
    await product.system.client`
      insert into participant (structure_id, first_name, last_name, birth_date, phone, postal_code)
      select structure_id, upper(first_name), last_name, birth_date, phone, '93200' from participant
      where structure_id = ${crowd.structureId} order by id limit 40`;
    const pairs = await product.system.as(system, (tx) => listCandidatePairs(tx, crowd.structureId));
    expect(pairs.length).toBeLessThan(18_000 * 5);
    expect(await look(crowd.structureId)).toBe(2);
    const { rows, total } = await list({ leastScore: 90, pageSize: 100 }, crowd.facilitator);
    expect(total).toBe(40);
    expect(rows.every(({ why }) => why.includes('name') && why.includes('birth') && why.includes('phone'))).toBe(true);
    const counting = countStatements(product, crowd.facilitator);
    try {
      expect(await counting.count((calls) => calls.participant.listDuplicates({ pageSize: 100 }))).toBe(1);
    } finally {
      await counting.close();
    }
  });
});
