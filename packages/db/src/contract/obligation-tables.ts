import { absenceReasons } from '@jonction/domain/contract/absence-reason';
import { sql } from 'drizzle-orm';
import { bigint, date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const recorded = {
  recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
};
const ofContract = {
  structureId: uuid('structure_id').notNull(),
  contractId: uuid('contract_id').notNull(),
  buyerId: uuid('buyer_id').notNull(),
};

export const invoice = pgTable('invoice', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  ...ofContract,
  lotId: uuid('lot_id').notNull(),
  holderId: uuid('holder_id'),
  kind: text('kind', { enum: ['order', 'invoice'] }).notNull(),
  number: text('number').notNull(),
  onDay: date('on_day', { mode: 'string' }).notNull(),
  amountCents: bigint('amount_cents', { mode: 'number' }).notNull(),
  source: text('source', { enum: ['form', 'sheet', 'command'] }).notNull(),
  fileName: text('file_name'),
  record: integer('record'),
  recordedBy: uuid('recorded_by'),
  ...recorded,
  replacesId: uuid('replaces_id'),
});

export const clausePart = pgTable('clause_part', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  ...ofContract,
  clauseId: uuid('clause_id').notNull(),
  kind: text('kind', { enum: ['tranche', 'renewal', 'call_off'] }).notNull(),
  title: text('title').notNull(),
  targetInputs: jsonb('target_inputs').notNull(),
  hours: integer('hours').notNull(),
  createdBy: uuid('created_by'),
  ...recorded,
});

export const clausePartAffirmed = pgTable('clause_part_affirmed', {
  partId: uuid('part_id').notNull().primaryKey(),
  ...ofContract,
  onDay: date('on_day', { mode: 'string' }).notNull(),
  recordedBy: uuid('recorded_by'),
  ...recorded,
});

export const hourSetting = pgTable('hour_setting', {
  structureId: uuid('structure_id').notNull().primaryKey(),
  fteHours: integer('fte_hours').notNull(),
  weekCentihours: integer('week_centihours').notNull(),
  dayCentihours: integer('day_centihours').notNull(),
  hourlyCostCents: integer('hourly_cost_cents').notNull(),
  setBy: uuid('set_by'),
  setAt: timestamp('set_at', { withTimezone: true }).notNull().default(sql`now()`),
});

export const clauseSeen = pgTable(
  'clause_seen',
  {
    userId: uuid('user_id').notNull(),
    clauseId: uuid('clause_id').notNull(),
    structureId: uuid('structure_id').notNull(),
    version: integer('version').notNull(),
    seenAt: timestamp('seen_at', { withTimezone: true }).notNull().default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.userId, table.clauseId] })],
);

/** A word on a lot without a clause: why, or (null) that what was said is taken back. */
export const lotClauseAbsence = pgTable('lot_clause_absence', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  ...ofContract,
  lotId: uuid('lot_id').notNull(),
  reason: text('reason', { enum: absenceReasons }),
  note: text('note'),
  recordedBy: uuid('recorded_by').notNull(),
  ...recorded,
});
