import { sql } from 'drizzle-orm';
import { date, jsonb, pgTable, timestamp, uuid } from 'drizzle-orm/pg-core';

/** A row by its table and its key, as a merge wrote it down. */
export interface MergedRow {
  tab: string;
  key: Record<string, string>;
}

/** Two records that became one; written by the functions of the base alone. */
export const participantMerge = pgTable('participant_merge', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  keptId: uuid('kept_id').notNull(),
  goneId: uuid('gone_id').notNull(),
  goneRow: jsonb('gone_row').$type<{ number: number; first_name: string; last_name: string }>().notNull(),
  keptBefore: jsonb('kept_before').$type<Record<string, unknown>>().notNull(),
  keptAfter: jsonb('kept_after').$type<Record<string, unknown>>().notNull(),
  moved: jsonb('moved').$type<MergedRow[]>().notNull(),
  aside: jsonb('aside').$type<{ tab: string }[]>().notNull(),
  mergedBy: uuid('merged_by'),
  mergedAt: timestamp('merged_at', { withTimezone: true }).notNull(),
  undoUntil: date('undo_until', { mode: 'string' }).notNull(),
  undoneAt: timestamp('undone_at', { withTimezone: true }),
  undoneBy: uuid('undone_by'),
});
