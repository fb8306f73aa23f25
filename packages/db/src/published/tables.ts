import type { PublishedAmendment } from '@jonction/domain/published/amendment';
import type { PairVerdict } from '@jonction/domain/published/published';
import { sql } from 'drizzle-orm';
import { bigint, boolean, date, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const decided = {
  decidedBy: uuid('decided_by').notNull(),
  decidedAt: timestamp('decided_at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
  undoneBy: uuid('undone_by'),
  undoneAt: timestamp('undone_at', { withTimezone: true }),
};

export const publishedPair = pgTable('published_pair', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  /** Null: the published contract was set aside, beside none. */
  contractId: uuid('contract_id'),
  openId: uuid('open_id').notNull(),
  verdict: text('verdict').$type<PairVerdict | 'aside'>().notNull(),
  reason: text('reason'),
  confidence: integer('confidence'),
  wasFollowed: boolean('was_followed').notNull().default(false),
  ...decided,
});

export const publishedAmendment = pgTable('published_amendment', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  contractId: uuid('contract_id').notNull(),
  openId: uuid('open_id').notNull(),
  key: text('key').notNull(),
  verdict: text('verdict').$type<'accepted' | 'refused'>().notNull(),
  reason: text('reason'),
  said: jsonb('said').$type<PublishedAmendment>().notNull(),
  eventId: uuid('event_id'),
  endsBefore: date('ends_before', { mode: 'string' }),
  amountBefore: bigint('amount_before', { mode: 'number' }),
  amountAfter: bigint('amount_after', { mode: 'number' }),
  ...decided,
});

export const publishedFile = pgTable('published_file', {
  sha256: text('sha256').notNull().primaryKey(),
  name: text('name').notNull(),
  bytes: bigint('bytes', { mode: 'number' }).notNull(),
  read: integer('read').notNull(),
  created: integer('created').notNull(),
  updated: integer('updated').notNull(),
  unchanged: integer('unchanged').notNull(),
  rejected: integer('rejected').notNull(),
  takenAt: timestamp('taken_at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
});
