import { sql } from 'drizzle-orm';
import { date, pgTable, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const censusCampaign = pgTable('census_campaign', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  title: text('title').notNull(),
  letter: text('letter').notNull(),
  openedOn: date('opened_on', { mode: 'string' }).notNull(),
  dueOn: date('due_on', { mode: 'string' }).notNull(),
  openedBy: uuid('opened_by').notNull(),
  openedAt: timestamp('opened_at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
  heldAt: timestamp('held_at', { withTimezone: true }),
  heldBy: uuid('held_by'),
  closedOn: date('closed_on', { mode: 'string' }),
  closedAt: timestamp('closed_at', { withTimezone: true }),
  closedBy: uuid('closed_by'),
});

export const censusAsk = pgTable('census_ask', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  campaignId: uuid('campaign_id').notNull(),
  structureId: uuid('structure_id').notNull(),
  buyerId: uuid('buyer_id').notNull(),
  directorateId: uuid('directorate_id'),
});

export const censusLetter = pgTable('census_letter', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  askId: uuid('ask_id').notNull(),
  campaignId: uuid('campaign_id').notNull(),
  structureId: uuid('structure_id').notNull(),
  buyerId: uuid('buyer_id').notNull(),
  rung: smallint('rung'),
  address: text('address').notNull(),
  tokenHash: text('token_hash').notNull(),
  messageId: uuid('message_id'),
  sentBy: uuid('sent_by'),
  sentAt: timestamp('sent_at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  openedAt: timestamp('opened_at', { withTimezone: true }),
  usedAt: timestamp('used_at', { withTimezone: true }),
});
