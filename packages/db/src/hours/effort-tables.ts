import { derogationDecisions } from '@jonction/domain/eligibility/derogation';
import { difficultyKinds, meansKinds } from '@jonction/domain/hours/effort';
import { sql } from 'drizzle-orm';
import { customType, date, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const id = () => uuid('id').notNull().default(sql`uuidv7()`).primaryKey();
const instant = (name: string) => timestamp(name, { withTimezone: true });
const now = sql`clock_timestamp()`;
const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

export const hourDifficulty = pgTable('hour_difficulty', {
  id: id(),
  structureId: uuid('structure_id').notNull(),
  employerId: uuid('employer_id').notNull(),
  contractId: uuid('contract_id').notNull(),
  kind: text('kind', { enum: difficultyKinds }).notNull(),
  body: text('body').notNull(),
  toldBy: uuid('told_by').notNull(),
  toldAt: instant('told_at').notNull().default(now),
  answer: text('answer'),
  answeredBy: uuid('answered_by'),
  answeredAt: instant('answered_at'),
});

export const hourMeans = pgTable('hour_means', {
  id: id(),
  structureId: uuid('structure_id').notNull(),
  employerId: uuid('employer_id').notNull(),
  contractId: uuid('contract_id').notNull(),
  usedOn: date('used_on', { mode: 'string' }).notNull(),
  means: text('means', { enum: meansKinds }).notNull(),
  note: text('note'),
  recordedBy: uuid('recorded_by').notNull(),
  recordedAt: instant('recorded_at').notNull().default(now),
});

/** Hours credited by a motivated opinion, beside a ledger that does not move. */
export const hourDerogation = pgTable('hour_derogation', {
  id: id(),
  structureId: uuid('structure_id').notNull(),
  lineId: uuid('line_id').notNull(),
  clauseId: uuid('clause_id').notNull(),
  centihours: integer('centihours').notNull(),
  sealed: bytes('sealed').notNull(),
  fileId: uuid('file_id'),
  askedBy: uuid('asked_by').notNull(),
  askedAt: instant('asked_at').notNull().default(now),
  decision: text('decision', { enum: derogationDecisions }),
  decisionReason: text('decision_reason'),
  decidedBy: uuid('decided_by'),
  decidedAt: instant('decided_at'),
});
