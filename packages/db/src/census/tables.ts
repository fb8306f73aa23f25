import type { ChangeAnswer } from '@jonction/domain/census/change';
import type { CensusColumn } from '@jonction/domain/census/columns';
import type { ContractEventSource } from '@jonction/domain/contract/said';
import { sql } from 'drizzle-orm';
import { boolean, date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const censusChange = pgTable('census_change', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  answer: text('answer').$type<ChangeAnswer>().notNull(),
  onDay: date('on_day', { mode: 'string' }).notNull(),
  chosen: integer('chosen').notNull(),
  kept: integer('kept').notNull(),
  source: text('source').$type<ContractEventSource>().notNull(),
  saidBy: text('said_by'),
  /** Null when it came by the link of a letter. */
  byUser: uuid('by_user'),
  at: timestamp('at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
  /** The campaign that it answers; null where the team says it of its own accord. */
  campaignId: uuid('campaign_id'),
  buyerId: uuid('buyer_id'),
  letterId: uuid('letter_id'),
  /** The emergency that made it. */
  crisisId: uuid('crisis_id'),
});

export const censusAnswer = pgTable('census_answer', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  changeId: uuid('change_id').notNull(),
  structureId: uuid('structure_id').notNull(),
  contractId: uuid('contract_id').notNull(),
  buyerId: uuid('buyer_id').notNull(),
  eventId: uuid('event_id'),
  source: text('source').$type<ContractEventSource>().notNull(),
  saidBy: text('said_by'),
  recordedOn: date('recorded_on', { mode: 'string' }).notNull(),
  recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
  withdrawnOn: date('withdrawn_on', { mode: 'string' }),
  withdrawnBy: uuid('withdrawn_by'),
  campaignId: uuid('campaign_id'),
});

export const censusView = pgTable('census_view', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  userId: uuid('user_id').notNull(),
  name: text('name').notNull(),
  shared: boolean('shared').notNull().default(false),
  search: text('search').notNull(),
  savedAt: timestamp('saved_at', { withTimezone: true }).notNull().default(sql`now()`),
});

export const censusColumnsOf = pgTable(
  'census_columns',
  {
    structureId: uuid('structure_id').notNull(),
    userId: uuid('user_id').notNull(),
    columns: text('columns').array().$type<CensusColumn[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.structureId, table.userId] })],
);
