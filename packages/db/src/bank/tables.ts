import { alertPaces } from '@jonction/domain/bank/alert';
import { sql } from 'drizzle-orm';
import { boolean, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const savedSearch = pgTable('saved_search', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  ownerId: uuid('owner_id').notNull(),
  name: text('name').notNull(),
  shared: boolean('shared').notNull().default(sql`false`),
  filters: jsonb('filters').notNull(),
  columns: text('columns').array().notNull().default(sql`'{}'::text[]`),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`now()`),
});

export const searchAlert = pgTable(
  'search_alert',
  {
    searchId: uuid('search_id').notNull(),
    userId: uuid('user_id').notNull(),
    structureId: uuid('structure_id').notNull(),
    pace: text('pace', { enum: alertPaces }).notNull(),
    since: timestamp('since', { withTimezone: true }).notNull().default(sql`now()`),
    runAt: timestamp('run_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.searchId, table.userId] })],
);

export const searchFind = pgTable(
  'search_find',
  {
    searchId: uuid('search_id').notNull(),
    userId: uuid('user_id').notNull(),
    participantId: uuid('participant_id').notNull(),
    structureId: uuid('structure_id').notNull(),
    known: boolean('known').notNull().default(sql`false`),
    foundAt: timestamp('found_at', { withTimezone: true }).notNull().default(sql`now()`),
    toldAt: timestamp('told_at', { withTimezone: true }),
    readAt: timestamp('read_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.searchId, table.userId, table.participantId] })],
);

export const bankPin = pgTable(
  'bank_pin',
  {
    structureId: uuid('structure_id').notNull(),
    romeCode: text('rome_code').notNull(),
    pinnedBy: uuid('pinned_by'),
    pinnedAt: timestamp('pinned_at', { withTimezone: true }).notNull().default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.structureId, table.romeCode] })],
);

export const shortlist = pgTable('shortlist', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  name: text('name').notNull(),
  offerId: uuid('offer_id'),
  createdBy: uuid('created_by'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`now()`),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().default(sql`now()`),
});

export const shortlistMember = pgTable(
  'shortlist_member',
  {
    shortlistId: uuid('shortlist_id').notNull(),
    participantId: uuid('participant_id').notNull(),
    structureId: uuid('structure_id').notNull(),
    note: text('note'),
    addedBy: uuid('added_by'),
    addedAt: timestamp('added_at', { withTimezone: true }).notNull().default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.shortlistId, table.participantId] })],
);

export const bankQuery = pgTable('bank_query', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  askedAt: timestamp('asked_at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
  words: text('words'),
  stems: text('stems').notNull().default(''),
  filters: text('filters').array().notNull().default(sql`'{}'::text[]`),
  results: integer('results').notNull(),
  unfiltered: integer('unfiltered').notNull(),
  engine: text('engine', { enum: ['postgres', 'meilisearch'] }),
  fellBack: boolean('fell_back').notNull().default(sql`false`),
  opened: boolean('opened').notNull().default(sql`false`),
  askedBy: uuid('asked_by'),
});

export const bankWord = pgTable('bank_word', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  words: text('words').notNull(),
  stems: text('stems').notNull(),
  romeCode: text('rome_code').notNull(),
  addedBy: uuid('added_by'),
  addedAt: timestamp('added_at', { withTimezone: true }).notNull().default(sql`now()`),
});
