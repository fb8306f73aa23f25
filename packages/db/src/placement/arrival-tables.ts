import { sql } from 'drizzle-orm';
import { integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** The first day of somebody hired, as her company reads it. */
export const arrivalKit = pgTable('arrival_kit', {
  placementId: uuid('placement_id').notNull().primaryKey(),
  structureId: uuid('structure_id').notNull(),
  employerId: uuid('employer_id').notNull(),
  hour: text('hour'),
  place: text('place'),
  welcomedBy: text('welcomed_by'),
  tutor: text('tutor'),
  equipment: text('equipment'),
  safety: text('safety').notNull(),
  checklist: jsonb('checklist').$type<string[]>().notNull(),
  declaring: text('declaring').notNull(),
  toldAt: timestamp('told_at', { withTimezone: true }),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`now()`),
  version: integer('version').notNull().default(sql`1`),
});
