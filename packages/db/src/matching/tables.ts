import { sql } from 'drizzle-orm';
import { date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const skillSnapshot = pgTable(
  'skill_snapshot',
  {
    structureId: uuid('structure_id').notNull(),
    version: integer('version').notNull(),
    profiles: integer('profiles').notNull(),
    counts: jsonb('counts').notNull(),
    madeAt: timestamp('made_at', { withTimezone: true }).notNull().default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.structureId, table.version] })],
);

export const rankingRules = pgTable(
  'ranking_rules',
  {
    structureId: uuid('structure_id').notNull(),
    version: integer('version').notNull(),
    weights: jsonb('weights').notNull(),
    forgottenEvery: integer('forgotten_every').notNull(),
    reason: text('reason').notNull(),
    decidedBy: uuid('decided_by'),
    decidedAt: timestamp('decided_at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
  },
  (table) => [primaryKey({ columns: [table.structureId, table.version] })],
);

export const nightRanking = pgTable('night_ranking', {
  offerId: uuid('offer_id').primaryKey(),
  structureId: uuid('structure_id').notNull(),
  on: date('on').notNull(),
  previousOn: date('previous_on'),
  bankVersion: text('bank_version').notNull(),
  skillVersion: text('skill_version'),
  rulesVersion: integer('rules_version').notNull(),
  people: integer('people').notNull(),
  kept: integer('kept').notNull(),
  madeAt: timestamp('made_at', { withTimezone: true }).notNull().default(sql`now()`),
});

export const proposalRound = pgTable('proposal_round', {
  pushId: uuid('push_id').primaryKey(),
  structureId: uuid('structure_id').notNull(),
  offerId: uuid('offer_id').notNull(),
  size: integer('size').notNull(),
  wanted: integer('wanted').notNull(),
  given: integer('given').notNull(),
  reason: text('reason'),
  rulesVersion: integer('rules_version').notNull(),
  decidedBy: uuid('decided_by'),
  decidedAt: timestamp('decided_at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
});
