import { sql } from 'drizzle-orm';
import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const searchDocument = pgTable('search_document', {
  participantId: uuid('participant_id').notNull().primaryKey(),
  structureId: uuid('structure_id').notNull(),
  name: text('name').notNull(),
  words: text('words').notNull(),
  indexedAt: timestamp('indexed_at', { withTimezone: true }).notNull().default(sql`now()`),
});
