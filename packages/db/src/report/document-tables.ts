import { sql } from 'drizzle-orm';
import { date, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const issuedDocument = pgTable('issued_document', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  kind: text('kind', { enum: ['statement', 'certificate', 'attestation', 'record'] }).notNull(),
  audience: text('audience', { enum: ['team', 'buyer', 'employer', 'participant'] }).notNull(),
  contractId: uuid('contract_id'),
  buyerId: uuid('buyer_id'),
  employerId: uuid('employer_id'),
  participantId: uuid('participant_id'),
  fromMonth: date('from_month', { mode: 'string' }).notNull(),
  toMonth: date('to_month', { mode: 'string' }).notNull(),
  knownOn: date('known_on', { mode: 'string' }).notNull(),
  knownAt: timestamp('known_at', { withTimezone: true }).notNull(),
  scope: text('scope').notNull(),
  facts: jsonb('facts').notNull(),
  factsSha256: text('facts_sha256').notNull(),
  codeHash: text('code_hash').notNull(),
  issuedBy: uuid('issued_by'),
  issuedAt: timestamp('issued_at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
});
