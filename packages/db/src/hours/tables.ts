import { sql } from 'drizzle-orm';
import { boolean, date, integer, jsonb, pgEnum, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const hourKind = pgEnum('hour_kind', [
  'worked_on_site',
  'telework',
  'training',
  'paid_leave',
  'public_holiday',
  'sick_leave',
  'childcare_leave',
  'vulnerable_leave',
  'work_accident',
  'bad_weather',
  'partial_unemployment',
  'partial_unemployment_training',
  'unpaid_absence',
  'internship',
]);

export const hourPayer = pgEnum('hour_payer', ['employer', 'social_security', 'partial_activity']);

export const hourStatus = pgEnum('hour_status', ['validated', 'pending', 'rejected']);

export const hourPolicy = pgTable('hour_policy', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  policy: text('policy').notNull(),
  title: text('title').notNull(),
  source: text('source').notNull(),
  note: text('note'),
  scopeLevel: text('scope_level').notNull(),
  scopeId: text('scope_id'),
  validFrom: date('valid_from', { mode: 'string' }).notNull(),
  validTo: date('valid_to', { mode: 'string' }),
  publishedOn: date('published_on', { mode: 'string' }).notNull(),
  publishedBy: uuid('published_by'),
  recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
  rules: jsonb('rules').notNull(),
});

export const hourDeclaration = pgTable('hour_declaration', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  employerId: uuid('employer_id').notNull(),
  month: date('month', { mode: 'string' }).notNull(),
  source: text('source').notNull(),
  fileId: uuid('file_id'),
  declaredBy: uuid('declared_by'),
  declaredAt: timestamp('declared_at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
});

export const hourSheetMapping = pgTable(
  'hour_sheet_mapping',
  {
    structureId: uuid('structure_id').notNull(),
    organisationId: uuid('organisation_id').notNull(),
    headersKey: text('headers_key').notNull(),
    mapping: jsonb('mapping').notNull(),
    usedAt: timestamp('used_at', { withTimezone: true }).notNull().default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.structureId, table.organisationId, table.headersKey] })],
);

export const hourLine = pgTable('hour_line', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  declarationId: uuid('declaration_id').notNull(),
  placementId: uuid('placement_id').notNull(),
  participantId: uuid('participant_id').notNull(),
  employerId: uuid('employer_id').notNull(),
  contractId: uuid('contract_id').notNull(),
  clauseId: uuid('clause_id').notNull(),
  fromDay: date('from_day', { mode: 'string' }).notNull(),
  toDay: date('to_day', { mode: 'string' }).notNull(),
  kind: hourKind('kind').notNull(),
  payer: hourPayer('payer'),
  centihours: integer('centihours').notNull(),
  evidence: text('evidence').array().notNull().default(sql`'{}'::text[]`),
  receivedOn: date('received_on', { mode: 'string' }).notNull(),
  recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
  replacesId: uuid('replaces_id'),
});

export const hourDecision = pgTable('hour_decision', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  lineId: uuid('line_id'),
  rule: text('rule'),
  contractId: uuid('contract_id'),
  fromDay: date('from_day', { mode: 'string' }),
  toDay: date('to_day', { mode: 'string' }),
  accept: boolean('accept').notNull(),
  centihours: integer('centihours'),
  reason: text('reason').notNull(),
  decidedBy: uuid('decided_by').notNull(),
  decidedOn: date('decided_on', { mode: 'string' }).notNull(),
  recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
});

export const hourEntry = pgTable('hour_entry', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  lineId: uuid('line_id').notNull(),
  placementId: uuid('placement_id').notNull(),
  clauseId: uuid('clause_id').notNull(),
  contractId: uuid('contract_id').notNull(),
  employerId: uuid('employer_id').notNull(),
  fromDay: date('from_day', { mode: 'string' }).notNull(),
  toDay: date('to_day', { mode: 'string' }).notNull(),
  centihours: integer('centihours').notNull(),
  status: hourStatus('status').notNull(),
  policy: text('policy'),
  rule: text('rule'),
  reason: text('reason'),
  decisionId: uuid('decision_id'),
  reversesId: uuid('reverses_id'),
  judgementId: uuid('judgement_id').notNull(),
  recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
});
