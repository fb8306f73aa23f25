import { sql } from 'drizzle-orm';
import { bigint, date, integer, pgTable, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { bytea } from '../shared/bytea.ts';

export const placement = pgTable('placement', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  number: bigint('number', { mode: 'number' }).notNull().default(sql`nextval('placement_number'::regclass)`),
  structureId: uuid('structure_id').notNull(),
  participantId: uuid('participant_id').notNull(),
  workerName: text('worker_name').notNull(),
  employerId: uuid('employer_id').notNull(),
  contractId: uuid('contract_id').notNull(),
  lotId: uuid('lot_id').notNull(),
  clauseId: uuid('clause_id').notNull(),
  buyerId: uuid('buyer_id').notNull(),
  offerId: uuid('offer_id'),
  positioningId: uuid('positioning_id'),
  windowKind: text('window_kind').notNull(),
  executionMode: text('execution_mode').notNull().default(sql`'direct_hire'::text`),
  romeCode: text('rome_code'),
  weeklyHours: smallint('weekly_hours'),
  startsOn: date('starts_on', { mode: 'string' }).notNull(),
  endsOn: date('ends_on', { mode: 'string' }),
  eligibleFrom: date('eligible_from', { mode: 'string' }).notNull(),
  eligibleTo: date('eligible_to', { mode: 'string' }),
  sealedCategories: bytea('sealed_categories').notNull(),
  /** The earlier hire whose frozen eligibility this one takes over. */
  snapshotOf: uuid('snapshot_of'),
  derogationId: uuid('derogation_id'),
  createdBy: uuid('created_by'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`now()`),
  version: integer('version').notNull().default(sql`1`),
});
