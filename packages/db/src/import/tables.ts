import { sql } from 'drizzle-orm';
import { boolean, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const importMapping = pgTable(
  'import_mapping',
  {
    structureId: uuid('structure_id').notNull(),
    kind: text('kind').notNull(),
    headersKey: text('headers_key').notNull(),
    mapping: jsonb('mapping').notNull(),
    usedAt: timestamp('used_at', { withTimezone: true }).notNull().default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.structureId, table.kind, table.headersKey] })],
);

export const importRun = pgTable('import_run', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  kind: text('kind').notNull(),
  fileId: uuid('file_id'),
  fileName: text('file_name').notNull(),
  status: text('status').notNull().default(sql`'preview'::text`),
  rowsTotal: integer('rows_total').notNull().default(sql`0`),
  rowsDone: integer('rows_done').notNull().default(sql`0`),
  mapping: jsonb('mapping').notNull().default(sql`'{}'::jsonb`),
  createdBy: uuid('created_by'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`now()`),
  finishedAt: timestamp('finished_at', { withTimezone: true }),
});

export const importRow = pgTable(
  'import_row',
  {
    runId: uuid('run_id').notNull(),
    structureId: uuid('structure_id').notNull(),
    record: integer('record').notNull(),
    cells: jsonb('cells').notNull(),
    outcome: text('outcome'),
    problems: jsonb('problems').notNull().default(sql`'[]'::jsonb`),
    subjectId: uuid('subject_id'),
    madeContract: boolean('made_contract').notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.runId, table.record] })],
);
