import { consentWays } from '@jonction/domain/participant/consent';
import { errandKinds } from '@jonction/domain/participant/errand';
import { thirdRelations } from '@jonction/domain/participant/relation';
import { preferredChannels } from '@jonction/domain/participant/status';
import { sql } from 'drizzle-orm';
import { boolean, date, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const participantPostal = pgTable('participant_postal', {
  participantId: uuid('participant_id').notNull().primaryKey(),
  structureId: uuid('structure_id').notNull(),
  lines: text('lines').notNull(),
  updatedAt: instant('updated_at').notNull().default(sql`now()`),
});

export const participantThird = pgTable('participant_third', {
  participantId: uuid('participant_id').notNull().primaryKey(),
  structureId: uuid('structure_id').notNull(),
  name: text('name').notNull(),
  relation: text('relation', { enum: thirdRelations }).notNull(),
  phone: text('phone'),
  email: text('email'),
  agreedOn: date('agreed_on', { mode: 'string' }).notNull(),
  agreedWay: text('agreed_way', { enum: consentWays }).notNull(),
  recordedBy: uuid('recorded_by'),
  recordedAt: instant('recorded_at').notNull().default(sql`now()`),
});

export const participantErrand = pgTable('participant_errand', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  participantId: uuid('participant_id').notNull(),
  kind: text('kind', { enum: errandKinds }).notNull(),
  aboutId: uuid('about_id').notNull(),
  subject: text('subject').notNull(),
  body: text('body').notNull(),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  messageId: uuid('message_id'),
  mailFailed: boolean('mail_failed').notNull().default(sql`false`),
  tries: integer('tries').notNull().default(sql`0`),
  lastTryAt: instant('last_try_at'),
  doneAt: instant('done_at'),
  doneBy: uuid('done_by'),
  doneChannel: text('done_channel', { enum: preferredChannels }),
});
