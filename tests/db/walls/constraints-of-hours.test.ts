import { type SQL, sql } from 'drizzle-orm';
import { describe } from 'vitest';
import { type Case, check, constraintWorld, copy, fresh, missing, stranger, unique } from './constraint-world.ts';

const base = constraintWorld();

describe('hours', () => {
  const line = (values: SQL) => sql`insert into hour_line
    (structure_id, declaration_id, placement_id, participant_id, employer_id, contract_id, clause_id, from_day, to_day, kind, centihours, received_on, replaces_id)
    select structure_id, declaration_id, placement_id, participant_id, employer_id, contract_id, clause_id, ${values} from hour_line where id = ${base.world.id.line}`;
  const decision = (values: SQL) => sql`insert into hour_decision
    (structure_id, accept, decided_by, decided_on, line_id, rule, contract_id, from_day, to_day, reason)
    values (${base.world.id.structure}, true, ${base.world.id.user}, '2026-04-03', ${values})`;
  base.rules([
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
          from_day, to_day, kind, 500, received_on, id from hour_line where id = ${base.world.id.line}`,
    ],
    [
      'a declaration is of a whole month',
      check,
      () => copy('hour_declaration', sql`true`, { id: fresh(), month: '2026-03-02' }),
    ],
    ['a decision says why', check, () => decision(sql`${base.world.id.line}, null, null, null, null, '  '`)],
    ['is about a line', 'taken', () => decision(sql`${base.world.id.line}, null, null, null, null, 'vu'`)],
    [
      'or about a rule on a contract for a time',
      'taken',
      () => decision(sql`null, 'r', ${base.world.id.contract}, '2026-03-01', '2026-03-31', 'vu'`),
    ],
    [
      'not about both',
      check,
      () => decision(sql`${base.world.id.line}, 'r', ${base.world.id.contract}, '2026-03-01', '2026-03-31', 'vu'`),
    ],
    ['nor about neither', check, () => decision(sql`null, null, null, null, null, 'vu'`)],
    [
      'is somebody’s',
      missing,
      () => sql`insert into hour_decision (structure_id, accept, decided_on, line_id, reason)
      values (${base.world.id.structure}, true, '2026-04-03', ${base.world.id.line}, 'vu')`,
    ],
    ['a hire does not end before it begins', check, () => sql`update placement set ends_on = starts_on - 1`],
    [
      'a policy does not end before it begins',
      check,
      () => sql`insert into hour_policy
      (structure_id, policy, title, source, scope_level, valid_from, valid_to, published_on, rules)
      values (${base.world.id.structure}, 'p', 't', 's', 'structure', '2026-02-01', '2026-01-31', '2026-01-01', '[]')`,
    ],
    ...['p\t', 'p\n', 'p\u001f'].map(
      (name): Case => [
        `a policy is not called ${JSON.stringify(name)}: the ledger is read between tabs`,
        check,
        () => sql`insert into hour_policy (structure_id, policy, title, source, scope_level, valid_from, valid_to, published_on, rules)
          values (${base.world.id.structure}, ${name}, 't', 's', 'structure', '2026-01-01', '2026-12-31', '2026-01-01', '[]')`,
      ],
    ),
    ...['a\tb', 'a\nb', 'a\rb', 'a\u001eb'].map(
      (id): Case => [
        `no rule of a policy is called ${JSON.stringify(id)}`,
        check,
        () => sql`insert into hour_policy (structure_id, policy, title, source, scope_level, valid_from, valid_to, published_on, rules)
          values (${base.world.id.structure}, 'p', 't', 's', 'structure', '2026-01-01', '2026-12-31', '2026-01-01', ${JSON.stringify([{ id }])}::jsonb)`,
      ],
    ),
    [
      'a rule of a policy has accents, quotes and slashes',
      'taken',
      () => sql`insert into hour_policy (structure_id, policy, title, source, scope_level, valid_from, valid_to, published_on, rules)
        values (${base.world.id.structure}, 'p', 't', 's', 'structure', '2026-01-01', '2026-12-31', '2026-01-01', ${JSON.stringify([{ id: 'été "1" / 2 é' }])}::jsonb)`,
    ],
  ]);
});

describe('an invoice', () => {
  base.rules([
    ['is written once of its lot and number', unique, () => copy('invoice', sql`true`, { id: fresh() })],
    ['may be an order of the same number', 'taken', () => copy('invoice', sql`true`, { id: fresh(), kind: 'order' })],
    ['has a number', check, () => copy('invoice', sql`true`, { id: fresh(), number: ' ' })],
    ['is an order or an invoice', check, () => copy('invoice', sql`true`, { id: fresh(), kind: 'quote' })],
    [
      'is corrected by a row that takes its place, once',
      unique,
      () => sql`insert into invoice (structure_id, contract_id, lot_id, buyer_id, kind, number, on_day, amount_cents, source, replaces_id)
        select structure_id, contract_id, lot_id, buyer_id, kind, number, on_day, 200, source, id from invoice, generate_series(1, 2)`,
    ],
  ]);
});

describe('a part of a clause', () => {
  base.rules([
    ['owes no fewer hours than none', check, () => copy('clause_part', sql`true`, { id: fresh(), hours: -1 })],
    ['has a title', check, () => copy('clause_part', sql`true`, { id: fresh(), title: '' })],
    ['is affirmed once', unique, () => copy('clause_part_affirmed', sql`true`, {})],
  ]);
});

describe('the figure of a clause', () => {
  base.rules([
    [
      'leaves a version with each change, whoever makes it',
      'taken',
      () => sql`do $$ begin
        update clause set due_hours = due_hours + 1;
        if (select count(*) from clause_version) <> 2 then raise exception 'no version'; end if;
        update clause set starts_on = '2026-01-01';
        if (select count(*) from clause_version) <> 2 then raise exception 'a version of nothing'; end if;
      end $$`,
    ],
    ['tells full-time equivalents within reason', check, () => sql`update hour_setting set fte_hours = 10`],
  ]);
});

describe('an entry of the ledger', () => {
  const entry = (values: Record<string, unknown>) => copy('hour_entry', sql`true`, { id: fresh(), ...values });
  const twice =
    () => sql`insert into hour_entry select (jsonb_populate_record(e, jsonb_build_object('id', uuidv7(), 'reverses_id', e.id,
    'centihours', -e.centihours))).* from hour_entry e, generate_series(1, 2)`;
  base.rules([
    ['is of its line and of its hire', 'taken', () => entry({})],
    ['not of another line', stranger, () => entry({ line_id: fresh() })],
    ['not of another hire', stranger, () => entry({ placement_id: fresh() })],
    ['not of another clause than its hire', stranger, () => entry({ clause_id: fresh() })],
    ['not of another contract than its hire', stranger, () => entry({ contract_id: fresh() })],
    ['not of another employer than its hire', stranger, () => entry({ employer_id: fresh() })],
    ['not of another team than its hire', stranger, () => entry({ structure_id: fresh() })],
    ['is reversed once', unique, twice],
  ]);
});

describe('a closed month', () => {
  const closing = sql`select id from closed_month`;
  const act = (values: SQL) =>
    sql`insert into month_act (structure_id, month, act, closing_id, reason, by_user) select structure_id, month, ${values}, closed_by from closed_month`;
  base.rules([
    ['is closed once', unique, () => copy('closed_month', sql`true`, { id: fresh() })],
    ['is a whole month', check, () => copy('closed_month', sql`true`, { id: fresh(), month: '2026-04-02' })],
    ['is reopened with a reason', 'taken', () => act(sql`'reopened', (${closing}), 'oubli'`)],
    ['is not reopened without one', check, () => act(sql`'reopened', (${closing}), ' '`)],
    ['is not reopened without a closing', check, () => act(sql`'reopened', null::uuid, 'oubli'`)],
    ['a proposal names no closing', check, () => act(sql`'proposed', (${closing}), null::text`)],
    [
      'is reopened once',
      unique,
      () =>
        sql`with first as (${act(sql`'reopened', (${closing}), 'oubli'`)}) ${act(sql`'reopened', (${closing}), 'encore'`)}`,
    ],
    [
      'may be closed again once reopened',
      'taken',
      () => sql`do $$ begin
        insert into month_act (structure_id, month, act, closing_id, reason, by_user) select structure_id, month, 'reopened', id, 'oubli', closed_by from closed_month;
        insert into closed_month (structure_id, month, closed_by) select structure_id, month, closed_by from closed_month limit 1;
      end $$`,
    ],
    [
      'has one sum for an outcome of a hire',
      unique,
      () => sql`insert into closed_month_hours select * from closed_month_hours`,
    ],
  ]);
});

describe('a word on a lot without a clause', () => {
  const absence = (values: SQL) => sql`insert into lot_clause_absence
    (structure_id, contract_id, lot_id, buyer_id, recorded_by, reason, note)
    select structure_id, contract_id, lot_id, buyer_id, ${base.world.id.user}::uuid, ${values} from clause limit 1`;
  base.rules([
    ['has a reason of the list', 'taken', () => absence(sql`'too_short', null`)],
    ['has no other', check, () => absence(sql`'weather', null`)],
    ['takes back what was said, without a reason', 'taken', () => absence(sql`null, null`)],
    ['tells which other reason it is', check, () => absence(sql`'other', null`)],
    ['tells it in words', check, () => absence(sql`'other', '  '`)],
    ['may tell it', 'taken', () => absence(sql`'other', 'Marché de l’État'`)],
  ]);
});
