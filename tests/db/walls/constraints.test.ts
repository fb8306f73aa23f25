import { type SQL, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { appendOnly, check, constraintWorld, copy, fresh, stranger, unique } from './constraint-world.ts';
import { system } from './filled-structure.ts';

const base = constraintWorld();

describe('organisation', () => {
  const insert = (values: SQL) => sql`insert into organisation (kind, name, slug, identifier) values (${values})`;
  base.rules([
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
    values (${base.world.id.user}, ${base.world.id.structure}, 'facilitator', ${base.world.id.structure}, ${ended})`;
  base.rules([
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
  const change = (values: SQL) => sql`update participant set ${values} where id = ${base.world.id.participant}`;
  base.rules([
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
        values (${base.world.id.participant}, ${base.world.id.structure}, 'K2204')`,
    ],
    [
      'has no occupation of more than sixty years',
      check,
      () => sql`update participant_occupation set months = 721 where participant_id = ${base.world.id.participant}`,
    ],
    [
      'speaks a language once',
      unique,
      () =>
        sql`insert into participant_language (participant_id, structure_id, code) values (${base.world.id.participant}, ${base.world.id.structure}, 'fr')`,
    ],
    [
      'is suspected of another once',
      unique,
      () => sql`insert into duplicate_suspicion (participant_id, other_id, structure_id, why)
        values (${base.world.id.participant}, ${base.world.id.second}, ${base.world.id.structure}, 'email')`,
    ],
    [
      'is not kept without the agreement that her hours name her',
      stranger,
      () => sql`delete from participant where id = ${base.world.id.participant}`,
    ],
    [
      'agrees in a known way',
      check,
      () => sql`insert into consent_event (structure_id, participant_id, type, text_version, way, "on")
        values (${base.world.id.structure}, ${base.world.id.participant}, 'given', '1', 'telepathy', '2026-01-01')`,
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
  const other = (values: Record<string, unknown>) =>
    copy('cv', sql`t.id = ${base.world.id.cv}`, { id: fresh(), ...values });
  base.rules([
    ['is current once for each person', unique, () => other({ rome_code: 'F1703' })],
    ['may be another, that is not current', 'taken', () => other({ rome_code: 'F1703', current: false })],
    ['is confirmed once for each occupation', unique, () => other({ current: false })],
    [
      'is current only once confirmed',
      check,
      () => sql`update cv set status = 'proposed' where id = ${base.world.id.cv}`,
    ],
    ['may be proposed for an occupation that has one', 'taken', () => other({ current: false, status: 'proposed' })],
  ]);
});

describe('contract, lot and clause', () => {
  const contract = (values: Record<string, unknown>) =>
    copy('contract', sql`t.id = ${base.world.id.contract}`, { id: fresh(), number: 999_999, ...values });
  base.rules([
    [
      'a buyer gives a reference to one contract',
      unique,
      () => sql`insert into contract (buyer_id, reference, object, source)
      select buyer_id, reference, 'x', 'buyer' from contract where id = ${base.world.id.contract}`,
    ],
    [
      'another buyer may give the same',
      'taken',
      () => sql`insert into contract (buyer_id, reference, object, source)
      select ${base.world.id.employer}, reference, 'x', 'buyer' from contract where id = ${base.world.id.contract}`,
    ],
    ['a contract has a reference', check, () => sql`update contract set reference = ''`],
    ['a duration is not negative', check, () => sql`update contract set duration_months = -1`],
    ['a source is one of ours', check, () => sql`update contract set source = 'rumour'`],
    ['a department is read from the place, by the base alone', '428C9', () => contract({ reference: 'x' })],
    ['a lot is once in its contract', unique, () => copy('lot', sql`t.id = ${base.world.id.lot}`, { id: fresh() })],
    ['a company holds a lot once', unique, () => copy('lot_holder', sql`t.lot_id = ${base.world.id.lot}`, {})],
    ['a share is 100 % at most', check, () => sql`update lot_holder set share_bps = 10001`],
    [
      'a team has one clause on a lot',
      unique,
      () => copy('clause', sql`t.id = ${base.world.id.clause}`, { id: fresh() }),
    ],
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
    const rows = await base.world.system.as(system, (tx) =>
      tx.execute<{ department: string | null }>(
        sql`update contract set place_code = ${code}, place_kind = ${kind} where id = ${base.world.id.contract} returning department`,
      ),
    );
    expect(rows[0]?.department).toBe(department);
  });
});

describe('offer and sending', () => {
  const offer = (values: SQL) => sql`update offer set ${values} where id = ${base.world.id.offer}`;
  base.rules([
    ['an offer is for one person at least', check, () => offer(sql`positions = 0`)],
    ['and for 500 at most', check, () => offer(sql`positions = 501`)],
    ['asks no more hours at least than at most', check, () => offer(sql`weekly_hours_min = 35, weekly_hours_max = 20`)],
    ['waits a year at most', check, () => offer(sql`slack_days = 366`)],
    [
      'a second press of the same button is the same sending',
      unique,
      () => copy('push', sql`t.id = ${base.world.id.push}`, { id: fresh() }),
    ],
    ['a link is one sending’s', unique, () => copy('push_link', sql`true`, { id: fresh() })],
    [
      'a person is put forward once for an offer',
      unique,
      () => copy('positioning', sql`t.id = ${base.world.id.positioning}`, { id: fresh() }),
    ],
    [
      'and as often as wanted without one',
      'taken',
      () => copy('positioning', sql`t.id = ${base.world.id.positioning}`, { id: fresh(), offer_id: null }),
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
      () => copy('saved_search', sql`t.id = ${base.world.id.search}`, { id: fresh(), name: 'PROPRETÉ' }),
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
    await base.world.system.as(system, (tx) =>
      tx.execute(
        copy('positioning', sql`t.id = ${base.world.id.positioning}`, { id: start, offer_id: null, status: from }),
      ),
    );
    const answers = new Map<string, string>();
    for (const to of statuses.filter((one) => one !== from)) {
      answers.set(
        to,
        await base.answer(sql`update positioning set status = ${to}::positioning_status where id = ${start}`),
      );
    }
    for (const [to, refusal] of answers) {
      expect([from, to, refusal]).toEqual([from, to, moves[from]?.includes(to) ? 'taken' : check]);
    }
  });
});

describe('an answer of the census', () => {
  const answer = (values: Record<string, unknown>) => copy('census_answer', sql`true`, { id: fresh(), ...values });
  const back = sql`withdrawn_on = recorded_on, withdrawn_by = ${'00000000-0000-0000-0000-000000000000'}`;
  base.rules([
    ['is one a change and contract', unique, () => answer({})],
    ['is of a change', stranger, () => answer({ change_id: fresh() })],
    ['is of a contract', stranger, () => answer({ contract_id: fresh() })],
    ['is taken back by somebody', check, () => sql`update census_answer set withdrawn_on = recorded_on`],
    [
      'is not taken back before it was given',
      check,
      () => sql`update census_answer set withdrawn_on = recorded_on - 1, withdrawn_by = ${base.world.id.user}`,
    ],
    ['is taken back by a user there is', stranger, () => sql`update census_answer set ${back}`],
    [
      'is taken back',
      'taken',
      () => sql`update census_answer set withdrawn_on = recorded_on, withdrawn_by = ${base.world.id.user}`,
    ],
    ['is never changed otherwise', appendOnly, () => sql`update census_answer set source = 'mail'`],
    [
      'is never given back once taken',
      appendOnly,
      () => sql`do $$ begin
      update census_answer set withdrawn_on = recorded_on, withdrawn_by = (select by_user from census_change);
      update census_answer set withdrawn_on = null, withdrawn_by = null;
    end $$`,
    ],
  ]);
});

describe('a change of many contracts', () => {
  const change = (values: Record<string, unknown>) => copy('census_change', sql`true`, { id: fresh(), ...values });
  base.rules([
    ['says an event of the life of a contract', 'taken', () => change({ answer: 'stop' })],
    ['says nothing else', check, () => change({ answer: 'perhaps' })],
    ['chose some', check, () => change({ chosen: 0, kept: 0 })],
    ['keeps no more than were chosen', check, () => change({ kept: 2 })],
    ['says who said it, open data apart', check, () => change({ source: 'decp' })],
  ]);
});

describe('what is never rewritten takes no change, not even from the system', () => {
  it.each([
    ['audit_entry', 'action'],
    ['consent_event', 'type'],
    ['contract_event', 'type'],
    ['census_change', 'kept'],
    ['closed_month', 'closed_by'],
    ['closed_month_hours', 'centihours'],
    ['month_act', 'reason'],
    ['invoice', 'amount_cents'],
    ['clause_part', 'hours'],
    ['clause_part_affirmed', 'on_day'],
    ['clause_version', 'due_hours'],
    ['consortium', 'mode'],
    ['paper_validity', 'months'],
    ['consortium_part', 'centihours'],
    ['hour_transfer', 'price_cents'],
    ['hour_transfer_act', 'act'],
    ['clause_risk', 'due_hours'],
    ['lot_clause_absence', 'note'],
    ['hour_decision', 'reason'],
    ['hour_entry', 'centihours'],
    ['hour_line', 'centihours'],
    ['hour_policy', 'title'],
    ['positioning_event', 'to_status'],
    ['ranking_rules', 'reason'],
  ])('%s', async (table, column) => {
    if (table === 'clause_risk')
      await base.world.sql`insert into clause_risk (clause_id, structure_id, at_risk, forecast_centihours, due_hours)
        select id, structure_id, true, 0, 1 from clause limit 1`;
    if (table === 'lot_clause_absence')
      await base.world
        .sql`insert into lot_clause_absence (structure_id, contract_id, lot_id, buyer_id, recorded_by, reason)
        select structure_id, contract_id, lot_id, buyer_id, ${base.world.id.user}::uuid, 'too_short' from clause limit 1`;
    if (table === 'audit_entry')
      await base.world.sql`insert into audit_entry (actor_kind, action) values ('system', 'test')`;
    const name = sql.identifier(table);
    const [before] = await base.world.sql<
      { count: number }[]
    >`select count(*)::int as count from ${base.world.sql(table)}`;
    expect(before?.count).toBeGreaterThan(0);
    for (const change of [
      sql`update ${name} set ${sql.identifier(column)} = ${sql.identifier(column)}`,
      sql`delete from ${name}`,
    ]) {
      const refusal = await base.answer(change);
      // Refused by the trigger, or no row within reach of any policy: never done.
      expect([appendOnly, '42501', 'taken']).toContain(refusal);
      if (refusal === 'taken') expect(await touched(change)).toBe(0);
    }
  });

  async function touched(change: SQL): Promise<number> {
    return base.world.system.as(system, async (tx) => (await tx.execute(change)).count);
  }
});
