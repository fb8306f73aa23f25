import { sql } from 'drizzle-orm';
import { integer, pgEnum, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const messageStatus = pgEnum('message_status', ['queued', 'sent', 'kept', 'failed']);

export const message = pgTable('message', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id'),
  channel: text('channel').notNull().default(sql`'mail'::text`),
  template: text('template').notNull(),
  toAddress: text('to_address').notNull(),
  toName: text('to_name'),
  subject: text('subject').notNull(),
  bodyText: text('body_text'),
  bodyHtml: text('body_html'),
  status: messageStatus('status').notNull().default(sql`'queued'::message_status`),
  aboutKind: text('about_kind'),
  aboutId: uuid('about_id'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`now()`),
  sentAt: timestamp('sent_at', { withTimezone: true }),
  attempts: integer('attempts').notNull().default(sql`0`),
  lastError: text('last_error'),
  /** It came back after a relay had taken it. */
  returnedAt: timestamp('returned_at', { withTimezone: true }),
  returnedFor: text('returned_for', { enum: ['address', 'other'] }),
});
