import { prospectStages, visitWays } from '@jonction/domain/prospect/prospect';
import { sql } from 'drizzle-orm';
import { date, integer, pgEnum, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const prospectStage = pgEnum('prospect_stage', prospectStages);

/** A company that one structure goes to see. */
export const prospect = pgTable('prospect', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  organisationId: uuid('organisation_id').notNull(),
  stage: prospectStage('stage').notNull().default(sql`'to_visit'::prospect_stage`),
  why: text('why'),
  ownerId: uuid('owner_id'),
  nextAction: text('next_action'),
  nextActionOn: date('next_action_on', { mode: 'string' }),
  createdBy: uuid('created_by'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`now()`),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().default(sql`now()`),
});

export const prospectVisit = pgTable('prospect_visit', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  prospectId: uuid('prospect_id').notNull(),
  way: text('way', { enum: visitWays }).notNull(),
  on: date('on', { mode: 'string' }).notNull(),
  met: text('met'),
  note: text('note'),
  madeBy: uuid('made_by'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`now()`),
});

export const prospectNeed = pgTable('prospect_need', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  prospectId: uuid('prospect_id').notNull(),
  title: text('title').notNull(),
  romeCode: text('rome_code'),
  positions: integer('positions').notNull().default(sql`1`),
  startsOn: date('starts_on', { mode: 'string' }),
  note: text('note'),
  offerId: uuid('offer_id'),
  foundBy: uuid('found_by'),
  foundAt: timestamp('found_at', { withTimezone: true }).notNull().default(sql`now()`),
  lostAt: timestamp('lost_at', { withTimezone: true }),
});
