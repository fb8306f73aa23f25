import { exemptionReasons } from '@jonction/domain/programme/exemption';
import { plannedStatuses } from '@jonction/domain/programme/life';
import { buyerKinds, purchaseKinds } from '@jonction/domain/programme/mandatory';
import { plannedProcedures } from '@jonction/domain/programme/planned';
import { sql } from 'drizzle-orm';
import { bigint, date, integer, jsonb, pgTable, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** A contract that a buyer plans, before it is one of the register. */
export const plannedContract = pgTable('planned_contract', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  buyerId: uuid('buyer_id').notNull(),
  year: smallint('year').notNull(),
  key: text('key').notNull(),
  object: text('object').notNull(),
  reference: text('reference'),
  cpv: text('cpv'),
  kind: text('kind', { enum: purchaseKinds }),
  buyerKind: text('buyer_kind', { enum: buyerKinds }),
  amountCents: bigint('amount_cents', { mode: 'number' }),
  procedure: text('procedure', { enum: plannedProcedures }),
  durationMonths: smallint('duration_months'),
  publicationOn: date('publication_on', { mode: 'string' }),
  lots: smallint('lots'),
  area: text('area'),
  note: text('note'),
  status: text('status', { enum: plannedStatuses }).notNull().default('planned'),
  statusSince: date('status_since', { mode: 'string' }).notNull(),
  receivedOn: date('received_on', { mode: 'string' }).notNull(),
  answeredOn: date('answered_on', { mode: 'string' }),
  ownerId: uuid('owner_id'),
  nextAction: text('next_action'),
  nextActionOn: date('next_action_on', { mode: 'string' }),
  exemptionReason: text('exemption_reason', { enum: exemptionReasons }),
  exemptionWords: text('exemption_words'),
  target: jsonb('target'),
  dueHours: integer('due_hours'),
  occupations: text('occupations').array().notNull().default(sql`'{}'::text[]`),
  people: jsonb('people'),
  contractId: uuid('contract_id'),
  source: text('source', { enum: ['buyer', 'facilitator', 'sheet'] }).notNull(),
  createdBy: uuid('created_by'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`now()`),
  version: integer('version').notNull().default(sql`1`),
});

/** Everything done with it, kept for good. */
export const plannedAct = pgTable('planned_act', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  plannedId: uuid('planned_id').notNull(),
  structureId: uuid('structure_id').notNull(),
  buyerId: uuid('buyer_id').notNull(),
  act: text('act').notNull(),
  fromStatus: text('from_status', { enum: plannedStatuses }),
  toStatus: text('to_status', { enum: plannedStatuses }).notNull(),
  onDay: date('on_day', { mode: 'string' }).notNull(),
  why: text('why'),
  facts: jsonb('facts').notNull().default(sql`'{}'::jsonb`),
  byUser: uuid('by_user').notNull(),
  byRole: text('by_role', { enum: ['facilitator', 'lead', 'buyer'] }).notNull(),
  at: timestamp('at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
});

/** A text of a clause as it was produced: its facts, from which the file is made again. */
export const plannedText = pgTable('planned_text', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  plannedId: uuid('planned_id').notNull(),
  structureId: uuid('structure_id').notNull(),
  buyerId: uuid('buyer_id').notNull(),
  number: smallint('number').notNull(),
  facts: jsonb('facts').notNull(),
  madeBy: uuid('made_by').notNull(),
  madeAt: timestamp('made_at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
});
