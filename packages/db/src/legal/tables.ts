import type { LegalScope } from '@jonction/domain/legal/scope';
import { sql } from 'drizzle-orm';
import { boolean, date, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const id = () => uuid('id').notNull().default(sql`uuidv7()`).primaryKey();
const instant = (name: string) => timestamp(name, { withTimezone: true });

export const legalText = pgTable('legal_text', {
  id: id(),
  structureId: uuid('structure_id').notNull(),
  code: text('code'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().default(sql`clock_timestamp()`),
});

export const legalTextVersion = pgTable('legal_text_version', {
  id: id(),
  textId: uuid('text_id').notNull(),
  structureId: uuid('structure_id').notNull(),
  version: integer('version').notNull(),
  title: text('title').notNull(),
  source: text('source').notNull(),
  summary: text('summary').notNull(),
  url: text('url'),
  fileId: uuid('file_id'),
  fileSha256: text('file_sha256'),
  fileName: text('file_name'),
  validFrom: date('valid_from', { mode: 'string' }).notNull(),
  validTo: date('valid_to', { mode: 'string' }),
  scope: text('scope_level').$type<LegalScope>().notNull(),
  scopeWords: text('scope_words'),
  scopeBuyerId: uuid('scope_buyer_id'),
  savedBy: uuid('saved_by'),
  savedAt: instant('saved_at').notNull().default(sql`clock_timestamp()`),
});

export const legalLetter = pgTable('legal_letter', {
  id: id(),
  versionId: uuid('version_id').notNull(),
  textId: uuid('text_id').notNull(),
  structureId: uuid('structure_id').notNull(),
  buyerId: uuid('buyer_id').notNull(),
  address: text('address').notNull(),
  toName: text('to_name'),
  reminder: boolean('reminder').notNull(),
  tokenHash: text('token_hash').notNull(),
  messageId: uuid('message_id'),
  sentBy: uuid('sent_by').notNull(),
  sentOn: date('sent_on', { mode: 'string' }).notNull(),
  sentAt: instant('sent_at').notNull().default(sql`clock_timestamp()`),
  expiresAt: instant('expires_at').notNull(),
});

export const legalOpening = pgTable('legal_opening', {
  id: id(),
  versionId: uuid('version_id').notNull(),
  textId: uuid('text_id').notNull(),
  structureId: uuid('structure_id').notNull(),
  buyerId: uuid('buyer_id').notNull(),
  letterId: uuid('letter_id'),
  userId: uuid('user_id'),
  openedAt: instant('opened_at').notNull().default(sql`clock_timestamp()`),
});
