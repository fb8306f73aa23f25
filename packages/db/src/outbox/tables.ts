import { sql } from 'drizzle-orm';
import { integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const outbox = pgTable('outbox', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  type: text('type').notNull(),
  structureId: uuid('structure_id'),
  subjectId: uuid('subject_id'),
  payload: jsonb('payload').notNull().default(sql`'{}'::jsonb`),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`now()`),
  handledAt: timestamp('handled_at', { withTimezone: true }),
  attempts: integer('attempts').notNull().default(sql`0`),
  lastError: text('last_error'),
});
