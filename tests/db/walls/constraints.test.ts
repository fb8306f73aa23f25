import { sqlStateOf } from '@jonction/db/client';
import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FilledStructure, fillStructure, system } from './filled-structure.ts';

let world: FilledStructure;

beforeAll(async () => {
  world = await fillStructure();
});
afterAll(() => world.close());

const unique = '23505';
const check = '23514';
const missing = '23502';
const stranger = '23503';
const appendOnly = '23001';

class Undone extends Error {}

/** What the base answers to a change made by the system itself, whom no wall holds; nothing of it stays. */
async function answer(change: SQL): Promise<string> {
  try {
    await world.system.as(system, async (tx) => {
      await tx.execute(change);
      throw new Undone();
    });
  } catch (error) {
    if (error instanceof Undone) return 'taken';
    return sqlStateOf(error) ?? String(error);
  }
  return 'taken';
}

/** A copy of a row with other values, as the base would keep it. */
function copy(table: string, where: SQL, values: Record<string, unknown>): SQL {
  const name = sql.identifier(table);
  return sql`insert into ${name} select (jsonb_populate_record(t, ${JSON.stringify(values)}::jsonb)).* from ${name} t where ${where}`;
}

const fresh = () => crypto.randomUUID();
type Case = [rule: string, refusal: string, change: () => SQL];

function rules(cases: Case[]): void {
  it.each(cases)('%s', async (_, refusal, change) => {
    expect(await answer(change())).toBe(refusal);
  });
}

describe('organisation', () => {
  const insert = (values: SQL) => sql`insert into organisation (kind, name, slug, identifier) values (${values})`;
  rules([
    ['takes a company with a number', 'taken', () => insert(sql`'employer', 'A', null, '99000001000019'`)],
    ['has a name', check, () => insert(sql`'employer', '', null, null`)],
    ['of clauses has an address of its own', check, () => insert(sql`'structure', 'A', null, null`)],
    ['of another kind has none', check, () => insert(sql`'buyer', 'A', 'a', null`)],
    ['shares its address with no other', unique, () => insert(sql`'structure', 'A', 'val', null`)],
    [
      'is one row per kind and number',
      unique,
      () =>
        sql`insert into organisation (kind, name, identifier) values ('employer', 'A', '1'), ('employer', 'B', '1')`,
    ],
    [
      'may be a buyer and an employer under one number',
      'taken',
      () => sql`insert into organisation (kind, name, identifier) values ('employer', 'A', '1'), ('buyer', 'B', '1')`,
    ],
  ]);
});

describe('user and membership', () => {
  const again = (ended: SQL) => sql`insert into membership (user_id, organisation_id, role, structure_id, ended_at)
    values (${world.id.user}, ${world.id.structure}, 'facilitator', ${world.id.structure}, ${ended})`;
  rules([
    [
      'an address of mail is one person’s',
      unique,
      () => sql`insert into "user" (name, email) values ('A', 'zoe@exemple.test')`,
    ],
    [
      'and is kept in small letters',
      check,
      () => sql`insert into "user" (name, email) values ('A', 'Zoe2@exemple.test')`,
    ],
    ['nobody runs the same membership twice', unique, () => again(sql`null`)],
    ['one that ended may begin again', 'taken', () => again(sql`now()`)],
  ]);
});

describe('participant', () => {
  const change = (values: SQL) => sql`update participant set ${values} where id = ${world.id.participant}`;
  rules([
    ['keeps a level of French from 0 to 6', check, () => change(sql`french_level = 7`)],
    ['keeps a radius of 500 km at most', check, () => change(sql`radius_metres = 500001`)],
    [
      'wants no fewer hours than the least she wants',
      check,
      () => change(sql`weekly_hours_min = 30, weekly_hours_max = 20`),
    ],
    ['may say only one end of her hours', 'taken', () => change(sql`weekly_hours_min = 30, weekly_hours_max = null`)],
    ['has a first name', check, () => change(sql`first_name = ''`)],
    ['has a last name of 100 letters at most', check, () => change(sql`last_name = repeat('x', 101)`)],
    ['is reached by a known way', check, () => change(sql`preferred_channel = 'fax'`)],
    [
      'holds an occupation once',
      unique,
      () => sql`insert into participant_occupation (participant_id, structure_id, rome_code)
        values (${world.id.participant}, ${world.id.structure}, 'K2204')`,
    ],
    [
      'has no occupation of more than sixty years',
      check,
      () => sql`update participant_occupation set months = 721 where participant_id = ${world.id.participant}`,
    ],
    [
      'speaks a language once',
      unique,
      () =>
        sql`insert into participant_language (participant_id, structure_id, code) values (${world.id.participant}, ${world.id.structure}, 'fr')`,
    ],
    [
      'is suspected of another once',
      unique,
      () => sql`insert into duplicate_suspicion (participant_id, other_id, structure_id, why)
        values (${world.id.participant}, ${world.id.second}, ${world.id.structure}, 'email')`,
    ],
    [
      'is not kept without the agreement that her hours name her',
      stranger,
      () => sql`delete from participant where id = ${world.id.participant}`,
    ],
    [
      'agrees in a known way',
      check,
      () => sql`insert into consent_event (structure_id, participant_id, type, text_version, way, "on")
        values (${world.id.structure}, ${world.id.participant}, 'given', '1', 'telepathy', '2026-01-01')`,
    ],
    ['is asked about an offer once', unique, () => copy('offer_proposal', sql`true`, { id: fresh() })],
    ['who says no says why', check, () => sql`update offer_proposal set answer = 'no', answered_at = now()`],
    [
      'who says yes gives no reason',
      check,
      () => sql`update offer_proposal set answer = 'yes', reason = 'distance', answered_at = now()`,
    ],
    ['who answers does so at an instant', check, () => sql`update offer_proposal set answer = 'yes'`],
    ['says something, when nothing was written by it', check, () => sql`update participant_word set words = null`],
    [
      'has a page whose link ends after it began',
      check,
      () => sql`update participant_link set expires_at = created_at`,
    ],
  ]);
});

describe('cv', () => {
  const other = (values: Record<string, unknown>) => copy('cv', sql`t.id = ${world.id.cv}`, { id: fresh(), ...values });
  rules([
    ['is current once for each person', unique, () => other({ rome_code: 'F1703' })],
    ['may be another, that is not current', 'taken', () => other({ rome_code: 'F1703', current: false })],
    ['is confirmed once for each occupation', unique, () => other({ current: false })],
    ['is current only once confirmed', check, () => sql`update cv set status = 'proposed' where id = ${world.id.cv}`],
    ['may be proposed for an occupation that has one', 'taken', () => other({ current: false, status: 'proposed' })],
  ]);
});

describe('contract, lot and clause', () => {
  const contract = (values: Record<string, unknown>) =>
    copy('contract', sql`t.id = ${world.id.contract}`, { id: fresh(), number: 999_999, ...values });
  rules([
    [
      'a buyer gives a reference to one contract',
      unique,
      () => sql`insert into contract (buyer_id, reference, object, source)
      select buyer_id, reference, 'x', 'buyer' from contract where id = ${world.id.contract}`,
    ],
    [
      'another buyer may give the same',
      'taken',
      () => sql`insert into contract (buyer_id, reference, object, source)
      select ${world.id.employer}, reference, 'x', 'buyer' from contract where id = ${world.id.contract}`,
    ],
    ['a contract has a reference', check, () => sql`update contract set reference = ''`],
    ['a duration is not negative', check, () => sql`update contract set duration_months = -1`],
    ['a source is one of ours', check, () => sql`update contract set source = 'rumour'`],
    ['a department is read from the place, by the base alone', '428C9', () => contract({ reference: 'x' })],
    ['a lot is once in its contract', unique, () => copy('lot', sql`t.id = ${world.id.lot}`, { id: fresh() })],
    ['a company holds a lot once', unique, () => copy('lot_holder', sql`t.lot_id = ${world.id.lot}`, {})],
    ['a share is 100 % at most', check, () => sql`update lot_holder set share_bps = 10001`],
    ['a team has one clause on a lot', unique, () => copy('clause', sql`t.id = ${world.id.clause}`, { id: fresh() })],
    ['hours due are not negative', check, () => sql`update clause set due_hours = -1`],
    ['hours are counted as worked or as paid', check, () => sql`update clause set hour_basis = 'guessed'`],
    ['a note says something', check, () => copy('contract_note', sql`true`, { id: fresh(), body: '   ' })],
  ]);

  it.each([
    ['75013', 'Code postal', '75'],
    ['2A004', 'Code commune', '2A'],
    ['20000', 'Code postal', '2A'],
    ['20200', 'Code postal', '2B'],
    ['97411', 'Code commune', '974'],
    ['97400', 'Code postal', '974'],
    ['2a', 'Code département', '2A'],
    ['FRA10', 'Code pays', null],
    [null, null, null],
  ])('place %s (%s) is in department %s', async (code, kind, department) => {
    const rows = await world.system.as(system, (tx) =>
      tx.execute<{ department: string | null }>(
        sql`update contract set place_code = ${code}, place_kind = ${kind} where id = ${world.id.contract} returning department`,
      ),
    );
    expect(rows[0]?.department).toBe(department);
  });
});

describe('offer and sending', () => {
  const offer = (values: SQL) => sql`update offer set ${values} where id = ${world.id.offer}`;
  rules([
    ['an offer is for one person at least', check, () => offer(sql`positions = 0`)],
    ['and for 500 at most', check, () => offer(sql`positions = 501`)],
    ['asks no more hours at least than at most', check, () => offer(sql`weekly_hours_min = 35, weekly_hours_max = 20`)],
    ['waits a year at most', check, () => offer(sql`slack_days = 366`)],
    [
      'a second press of the same button is the same sending',
      unique,
      () => copy('push', sql`t.id = ${world.id.push}`, { id: fresh() }),
    ],
    ['a link is one sending’s', unique, () => copy('push_link', sql`true`, { id: fresh() })],
    [
      'a person is put forward once for an offer',
      unique,
      () => copy('positioning', sql`t.id = ${world.id.positioning}`, { id: fresh() }),
    ],
    [
      'and as often as wanted without one',
      'taken',
      () => copy('positioning', sql`t.id = ${world.id.positioning}`, { id: fresh(), offer_id: null }),
    ],
    [
      'nothing is given below what is promised without a reason',
      check,
      () => copy('proposal_round', sql`true`, { given: 0 }),
    ],
    ['a reason is more than two letters', check, () => copy('proposal_round', sql`true`, { given: 0, reason: 'ok' })],
    [
      'a rung of reminders is climbed once',
      unique,
      () => copy('reminder', sql`true`, { id: fresh(), address: 'b@exemple.test' }),
    ],
    [
      'an address gets no two letters of reminder within three days',
      unique,
      () => copy('reminder', sql`true`, { id: fresh(), rung: 'manual', letter_id: fresh() }),
    ],
    [
      'but after three days it may',
      'taken',
      () =>
        copy('reminder', sql`true`, {
          id: fresh(),
          rung: 'manual',
          letter_id: fresh(),
          leaves_at: new Date(Date.now() + 4 * 86_400_000).toISOString(),
        }),
    ],
    ['one meeting waits for its outcome', unique, () => copy('interview', sql`true`, { id: fresh() })],
    ['a meeting lasts five minutes at least', check, () => sql`update interview set minutes = 4`],
    ['a team is told once of the same thing', unique, () => copy('positioning_notice', sql`true`, { id: fresh() })],
    [
      'a search is found by its name, whatever its letters',
      unique,
      () => copy('saved_search', sql`t.id = ${world.id.search}`, { id: fresh(), name: 'PROPRETÉ' }),
    ],
  ]);
});

describe('positioning moves only as its table of moves says', () => {
  const statuses = ['proposed', 'sent', 'seen', 'interview', 'meeting_set', 'hired', 'refused', 'withdrawn', 'closed'];
  const open = ['proposed', 'sent', 'seen', 'interview', 'meeting_set'];
  const moves: Record<string, string[]> = {
    proposed: ['sent', 'withdrawn', 'closed'],
    sent: ['seen', 'interview', 'hired', 'refused', 'withdrawn', 'closed'],
    seen: ['interview', 'hired', 'refused', 'withdrawn', 'closed'],
    interview: ['meeting_set', 'hired', 'refused', 'withdrawn', 'closed'],
    meeting_set: ['interview', 'hired', 'refused', 'withdrawn', 'closed'],
    closed: open,
    hired: [],
    refused: [],
    withdrawn: [],
  };

  it.each(statuses)('from %s', async (from) => {
    const start = fresh();
    await world.system.as(system, (tx) =>
      tx.execute(copy('positioning', sql`t.id = ${world.id.positioning}`, { id: start, offer_id: null, status: from })),
    );
    const answers = new Map<string, string>();
    for (const to of statuses.filter((one) => one !== from)) {
      answers.set(to, await answer(sql`update positioning set status = ${to}::positioning_status where id = ${start}`));
    }
    for (const [to, refusal] of answers) {
      expect([from, to, refusal]).toEqual([from, to, moves[from]?.includes(to) ? 'taken' : check]);
    }
  });
});

describe('hours', () => {
  const line = (values: SQL) => sql`insert into hour_line
    (structure_id, declaration_id, placement_id, participant_id, employer_id, contract_id, clause_id, from_day, to_day, kind, centihours, received_on, replaces_id)
    select structure_id, declaration_id, placement_id, participant_id, employer_id, contract_id, clause_id, ${values} from hour_line where id = ${world.id.line}`;
  const decision = (values: SQL) => sql`insert into hour_decision
    (structure_id, accept, decided_by, decided_on, line_id, rule, contract_id, from_day, to_day, reason)
    values (${world.id.structure}, true, ${world.id.user}, '2026-04-03', ${values})`;
  rules([
    [
      'a line may be of one day',
      'taken',
      () => line(sql`'2026-03-02', '2026-03-02', 'telework', 700, '2026-04-02', null::uuid`),
    ],
    [
      'does not end before it begins',
      check,
      () => line(sql`'2026-03-02', '2026-03-01', 'telework', 700, '2026-04-02', null::uuid`),
    ],
    [
      'has no negative hours',
      check,
      () => line(sql`'2026-03-02', '2026-03-02', 'telework', -1, '2026-04-02', null::uuid`),
    ],
    [
      'may be cancelled by one of no hours',
      'taken',
      () => line(sql`'2026-03-02', '2026-03-31', 'telework', 0, '2026-04-02', id`),
    ],
    [
      'is replaced once',
      unique,
      () => sql`${line(sql`'2026-03-02', '2026-03-31', 'telework', 600, '2026-04-02', id`)}
        union all select structure_id, declaration_id, placement_id, participant_id, employer_id, contract_id, clause_id,
          from_day, to_day, kind, 500, received_on, id from hour_line where id = ${world.id.line}`,
    ],
    [
      'a declaration is of a whole month',
      check,
      () => copy('hour_declaration', sql`true`, { id: fresh(), month: '2026-03-02' }),
    ],
    ['a decision says why', check, () => decision(sql`${world.id.line}, null, null, null, null, '  '`)],
    ['is about a line', 'taken', () => decision(sql`${world.id.line}, null, null, null, null, 'vu'`)],
    [
      'or about a rule on a contract for a time',
      'taken',
      () => decision(sql`null, 'r', ${world.id.contract}, '2026-03-01', '2026-03-31', 'vu'`),
    ],
    [
      'not about both',
      check,
      () => decision(sql`${world.id.line}, 'r', ${world.id.contract}, '2026-03-01', '2026-03-31', 'vu'`),
    ],
    ['nor about neither', check, () => decision(sql`null, null, null, null, null, 'vu'`)],
    [
      'is somebody’s',
      missing,
      () => sql`insert into hour_decision (structure_id, accept, decided_on, line_id, reason)
      values (${world.id.structure}, true, '2026-04-03', ${world.id.line}, 'vu')`,
    ],
    ['a hire does not end before it begins', check, () => sql`update placement set ends_on = starts_on - 1`],
    [
      'a policy does not end before it begins',
      check,
      () => sql`insert into hour_policy
      (structure_id, policy, title, source, scope_level, valid_from, valid_to, published_on, rules)
      values (${world.id.structure}, 'p', 't', 's', 'structure', '2026-02-01', '2026-01-31', '2026-01-01', '[]')`,
    ],
  ]);
});

describe('what is never rewritten takes no change, not even from the system', () => {
  it.each([
    ['audit_entry', 'action'],
    ['consent_event', 'type'],
    ['contract_event', 'type'],
    ['hour_decision', 'reason'],
    ['hour_entry', 'centihours'],
    ['hour_line', 'centihours'],
    ['hour_policy', 'title'],
    ['positioning_event', 'to_status'],
    ['ranking_rules', 'reason'],
  ])('%s', async (table, column) => {
    if (table === 'audit_entry')
      await world.sql`insert into audit_entry (actor_kind, action) values ('system', 'test')`;
    const name = sql.identifier(table);
    const [before] = await world.sql<{ count: number }[]>`select count(*)::int as count from ${world.sql(table)}`;
    expect(before?.count).toBeGreaterThan(0);
    for (const change of [
      sql`update ${name} set ${sql.identifier(column)} = ${sql.identifier(column)}`,
      sql`delete from ${name}`,
    ]) {
      const refusal = await answer(change);
      // Refused by the trigger, or no row within reach of any policy: never done.
      expect([appendOnly, '42501', 'taken']).toContain(refusal);
      if (refusal === 'taken') expect(await touched(change)).toBe(0);
    }
  });

  async function touched(change: SQL): Promise<number> {
    return world.system.as(system, async (tx) => (await tx.execute(change)).count);
  }
});
