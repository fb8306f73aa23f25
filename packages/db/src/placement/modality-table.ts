import { sql } from 'drizzle-orm';
import { jsonb, pgTable, timestamp, uuid } from 'drizzle-orm/pg-core';

export const placementModality = pgTable('placement_modality', {
  placementId: uuid('placement_id').notNull().primaryKey(),
  structureId: uuid('structure_id').notNull(),
  facts: jsonb('facts').notNull(),
  recordedBy: uuid('recorded_by'),
  recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
});
