import { sql } from 'drizzle-orm';
import { boolean, date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { hourStatus } from './tables.ts';

export const closedMonth = pgTable('closed_month', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  month: date('month', { mode: 'string' }).notNull(),
  closedBy: uuid('closed_by').notNull(),
  closedAt: timestamp('closed_at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
});

export const monthAct = pgTable('month_act', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  month: date('month', { mode: 'string' }).notNull(),
  act: text('act', { enum: ['proposed', 'reopened'] }).notNull(),
  closingId: uuid('closing_id'),
  reason: text('reason'),
  byUser: uuid('by_user').notNull(),
  at: timestamp('at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
});

export const closedMonthHours = pgTable(
  'closed_month_hours',
  {
    closingId: uuid('closing_id').notNull(),
    structureId: uuid('structure_id').notNull(),
    contractId: uuid('contract_id').notNull(),
    clauseId: uuid('clause_id').notNull(),
    employerId: uuid('employer_id').notNull(),
    placementId: uuid('placement_id').notNull(),
    status: hourStatus('status').notNull(),
    waiting: boolean('waiting').notNull(),
    exceptional: boolean('exceptional').notNull(),
    centihours: integer('centihours').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.closingId, table.placementId, table.status, table.waiting, table.exceptional],
    }),
  ],
);
