import { derogationDecisions } from '@jonction/domain/eligibility/derogation';
import { sql } from 'drizzle-orm';
import { boolean, date, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { bytea } from '../shared/bytea.ts';

export const eligibilityEvidence = pgTable('eligibility_evidence', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  participantId: uuid('participant_id').notNull(),
  sealed: bytea('sealed').notNull(),
  fileId: uuid('file_id'),
  recordedBy: uuid('recorded_by'),
  recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull().default(sql`now()`),
  removedAt: timestamp('removed_at', { withTimezone: true }),
  removedBy: uuid('removed_by'),
});

export const eligibilityCode = pgTable(
  'eligibility_code',
  {
    participantId: uuid('participant_id').notNull(),
    structureId: uuid('structure_id').notNull(),
    code: text('code').notNull(),
    provenFrom: date('proven_from', { mode: 'string' }).notNull(),
    provenTo: date('proven_to', { mode: 'string' }),
  },
  (table) => [primaryKey({ columns: [table.participantId, table.code, table.provenFrom] })],
);

export const eligibilityDerogation = pgTable('eligibility_derogation', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  participantId: uuid('participant_id').notNull(),
  clauseId: uuid('clause_id').notNull(),
  sealed: bytea('sealed').notNull(),
  fileId: uuid('file_id'),
  askedBy: uuid('asked_by').notNull(),
  askedAt: timestamp('asked_at', { withTimezone: true }).notNull().default(sql`now()`),
  decision: text('decision', { enum: derogationDecisions }),
  decidedBy: uuid('decided_by'),
  decidedAt: timestamp('decided_at', { withTimezone: true }),
  validFrom: date('valid_from', { mode: 'string' }),
  validTo: date('valid_to', { mode: 'string' }),
  aloneSealed: bytea('alone_sealed'),
});

export const eligibilityRegime = pgTable('eligibility_regime', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  participantId: uuid('participant_id').notNull(),
  sealed: bytea('sealed').notNull(),
  recordedBy: uuid('recorded_by'),
  recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull().default(sql`now()`),
  removedAt: timestamp('removed_at', { withTimezone: true }),
  removedBy: uuid('removed_by'),
});

export const eligibilityCheck = pgTable('eligibility_check', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  participantId: uuid('participant_id').notNull(),
  clauseId: uuid('clause_id'),
  on: date('on', { mode: 'string' }).notNull(),
  eligible: boolean('eligible').notNull(),
  eligibleTo: date('eligible_to', { mode: 'string' }),
  checkedBy: uuid('checked_by'),
  checkedAt: timestamp('checked_at', { withTimezone: true }).notNull().default(sql`now()`),
});
