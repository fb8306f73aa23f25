import type { ChosenColumn, ExportList } from '@jonction/domain/report/export-list';
import { sql } from 'drizzle-orm';
import { boolean, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const exportTemplate = pgTable('export_template', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  userId: uuid('user_id').notNull(),
  list: text('list').$type<ExportList>().notNull(),
  name: text('name').notNull(),
  shared: boolean('shared').notNull().default(false),
  columns: jsonb('columns').$type<ChosenColumn[]>().notNull(),
  savedAt: timestamp('saved_at', { withTimezone: true }).notNull().default(sql`now()`),
});
