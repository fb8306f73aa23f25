import { sql } from 'drizzle-orm';
import { boolean, date, integer, jsonb, pgEnum, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const cvStatus = pgEnum('cv_status', ['proposed', 'confirmed', 'replaced']);

export const cv = pgTable('cv', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  participantId: uuid('participant_id').notNull(),
  title: text('title').notNull(),
  romeCode: text('rome_code'),
  fileId: uuid('file_id'),
  text: text('text'),
  reading: jsonb('reading'),
  content: jsonb('content').notNull().default(sql`'{}'::jsonb`),
  status: cvStatus('status').notNull().default(sql`'proposed'::cv_status`),
  current: boolean('current').notNull().default(sql`false`),
  confirmedOn: date('confirmed_on', { mode: 'string' }),
  confirmedBy: uuid('confirmed_by'),
  uploadedByOrganisationId: uuid('uploaded_by_organisation_id'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`now()`),
  version: integer('version').notNull().default(sql`1`),
});
