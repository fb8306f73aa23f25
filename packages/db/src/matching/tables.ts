import { sql } from 'drizzle-orm';
import { integer, jsonb, pgTable, primaryKey, timestamp, uuid } from 'drizzle-orm/pg-core';

export const skillSnapshot = pgTable(
  'skill_snapshot',
  {
    structureId: uuid('structure_id').notNull(),
    version: integer('version').notNull(),
    profiles: integer('profiles').notNull(),
    counts: jsonb('counts').notNull(),
    madeAt: timestamp('made_at', { withTimezone: true }).notNull().default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.structureId, table.version] })],
);
