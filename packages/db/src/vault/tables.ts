import { sql } from 'drizzle-orm';
import { pgTable, timestamp, uuid } from 'drizzle-orm/pg-core';
import { bytea } from '../shared/bytea.ts';

export const structureKey = pgTable('structure_key', {
  structureId: uuid('structure_id').notNull().primaryKey(),
  wrappedKey: bytea('wrapped_key').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`now()`),
});
