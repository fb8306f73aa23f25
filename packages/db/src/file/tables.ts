import { sql } from 'drizzle-orm';
import { boolean, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const storedFile = pgTable('stored_file', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  sha256: text('sha256').notNull(),
  sizeBytes: integer('size_bytes').notNull(),
  media: text('media').notNull(),
  name: text('name').notNull(),
  purpose: text('purpose').notNull(),
  uploadedBy: uuid('uploaded_by'),
  organisationId: uuid('organisation_id'),
  unread: boolean('unread'),
  /** Its bytes are gone since. */
  erasedAt: timestamp('erased_at', { withTimezone: true }),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`now()`),
});
