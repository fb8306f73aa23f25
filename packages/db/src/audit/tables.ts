import { sql } from 'drizzle-orm';
import { integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const auditEntry = pgTable('audit_entry', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  at: timestamp('at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
  structureId: uuid('structure_id'),
  actorKind: text('actor_kind').notNull(),
  userId: uuid('user_id'),
  role: text('role'),
  organisationId: uuid('organisation_id'),
  action: text('action').notNull(),
  subjectKind: text('subject_kind'),
  subjectId: uuid('subject_id'),
  purpose: text('purpose'),
  requestId: text('request_id'),
  facts: jsonb('facts').notNull().default(sql`'{}'::jsonb`),
});

export const auditSeal = pgTable(
  'audit_seal',
  {
    structureId: uuid('structure_id').notNull(),
    sequence: integer('sequence').notNull(),
    lastEntryId: uuid('last_entry_id').notNull(),
    entries: integer('entries').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
    sealedAt: timestamp('sealed_at', { withTimezone: true }).notNull().default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.structureId, table.sequence] })],
);
