import { sql } from 'drizzle-orm';
import { boolean, date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const hourPolicyDraft = pgTable('hour_policy_draft', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  policy: text('policy').notNull(),
  title: text('title').notNull(),
  source: text('source').notNull(),
  note: text('note'),
  scopeLevel: text('scope_level').notNull(),
  scopeId: text('scope_id').notNull(),
  validFrom: date('valid_from', { mode: 'string' }),
  validTo: date('valid_to', { mode: 'string' }),
  rules: jsonb('rules').notNull(),
  withdraws: boolean('withdraws').notNull().default(false),
  state: text('state').notNull().default('draft'),
  policyId: uuid('policy_id'),
  createdBy: uuid('created_by'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`now()`),
  editedBy: uuid('edited_by'),
  editedAt: timestamp('edited_at', { withTimezone: true }).notNull().default(sql`now()`),
  version: integer('version').notNull().default(1),
});

export const hourRun = pgTable('hour_run', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  purpose: text('purpose', { enum: ['simulation', 'judgement'] }).notNull(),
  draftId: uuid('draft_id').notNull(),
  draftVersion: integer('draft_version').notNull(),
  judgedBy: jsonb('judged_by').notNull(),
  reach: jsonb('reach').notNull(),
  knownOn: date('known_on', { mode: 'string' }).notNull(),
  knownAt: timestamp('known_at', { withTimezone: true }).notNull(),
  replaysId: uuid('replays_id'),
  state: text('state', { enum: ['running', 'stopped', 'done'] })
    .notNull()
    .default('running'),
  afterPlacement: uuid('after_placement'),
  placementsTotal: integer('placements_total').notNull(),
  placementsDone: integer('placements_done').notNull().default(0),
  askedBy: uuid('asked_by'),
  askedAt: timestamp('asked_at', { withTimezone: true }).notNull().default(sql`now()`),
  endedAt: timestamp('ended_at', { withTimezone: true }),
});

export const hourRunLine = pgTable(
  'hour_run_line',
  {
    runId: uuid('run_id').notNull(),
    lineId: uuid('line_id').notNull(),
    structureId: uuid('structure_id').notNull(),
    contractId: uuid('contract_id').notNull(),
    clauseId: uuid('clause_id').notNull(),
    moved: integer('moved').notNull(),
    validated: integer('validated').notNull(),
    pending: integer('pending').notNull(),
    rejected: integer('rejected').notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.lineId] })],
);
