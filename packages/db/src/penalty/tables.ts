import { sql } from 'drizzle-orm';
import { bigint, boolean, date, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const penaltyProposal = pgTable('penalty_proposal', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  contractId: uuid('contract_id').notNull(),
  clauseId: uuid('clause_id').notNull(),
  buyerId: uuid('buyer_id').notNull(),
  state: text('state', { enum: ['draft', 'submitted', 'decided', 'withdrawn'] })
    .notNull()
    .default('draft'),
  knownOn: date('known_on', { mode: 'string' }).notNull(),
  noticeOn: date('notice_on', { mode: 'string' }),
  untilOn: date('until_on', { mode: 'string' }),
  facts: jsonb('facts').notNull(),
  cents: bigint('cents', { mode: 'number' }).notNull(),
  opinion: text('opinion').notNull(),
  outcome: text('outcome', { enum: ['apply', 'reduce', 'waive'] }),
  decidedCents: bigint('decided_cents', { mode: 'number' }),
  reason: text('reason'),
  source: text('source', { enum: ['mail', 'letter', 'phone', 'meeting'] }),
  saidBy: text('said_by'),
  saidOn: date('said_on', { mode: 'string' }),
  decidedBy: uuid('decided_by'),
  decidedAt: timestamp('decided_at', { withTimezone: true }),
  createdBy: uuid('created_by'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`now()`),
  version: integer('version').notNull().default(sql`1`),
});

export const penaltyAct = pgTable('penalty_act', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  penaltyId: uuid('penalty_id').notNull(),
  act: text('act', { enum: ['propose', 'submit', 'decide', 'withdraw'] }).notNull(),
  byBuyer: boolean('by_buyer').notNull().default(false),
  userId: uuid('user_id'),
  at: timestamp('at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
});
