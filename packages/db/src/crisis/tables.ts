import type { CrisisCadence, CrisisReceiver } from '@jonction/domain/crisis/cadence';
import type { CrisisState } from '@jonction/domain/crisis/crisis';
import type { CrisisMeasure, CrisisRegime } from '@jonction/domain/crisis/regime';
import { sql } from 'drizzle-orm';
import { boolean, date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** A policy that an emergency published: the version's row, and the run that judges what was declared before. */
export interface PublishedPolicy {
  policy: string;
  title: string;
  versionId: string;
  runId: string;
}

export const crisis = pgTable('crisis', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  state: text('state').$type<CrisisState>().notNull().default('draft'),
  title: text('title').notNull(),
  regime: text('regime').$type<CrisisRegime>().notNull(),
  fromDay: date('from_day', { mode: 'string' }).notNull(),
  toDay: date('to_day', { mode: 'string' }),
  cadences: text('cadences').array().$type<CrisisCadence[]>().notNull(),
  terms: jsonb('terms').notNull(),
  writtenBy: uuid('written_by').notNull(),
  writtenAt: timestamp('written_at', { withTimezone: true }).notNull().default(sql`now()`),
  version: integer('version').notNull().default(1),
  appliedOn: date('applied_on', { mode: 'string' }),
  appliedBy: uuid('applied_by'),
  appliedAt: timestamp('applied_at', { withTimezone: true }),
  published: jsonb('published').$type<PublishedPolicy[]>().notNull().default([]),
  endedOn: date('ended_on', { mode: 'string' }),
  endedSaidOn: date('ended_said_on', { mode: 'string' }),
  endedBy: uuid('ended_by'),
  endedAt: timestamp('ended_at', { withTimezone: true }),
  undoneBy: uuid('undone_by'),
  undoneAt: timestamp('undone_at', { withTimezone: true }),
});

export const crisisChoice = pgTable(
  'crisis_choice',
  {
    crisisId: uuid('crisis_id').notNull(),
    contractId: uuid('contract_id').notNull(),
    measure: text('measure').$type<CrisisMeasure>().notNull(),
    structureId: uuid('structure_id').notNull(),
    chosen: boolean('chosen').notNull(),
    endsOn: date('ends_on', { mode: 'string' }),
    chosenBy: uuid('chosen_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.crisisId, table.contractId, table.measure] })],
);

export const crisisMeasure = pgTable('crisis_measure', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  crisisId: uuid('crisis_id').notNull(),
  structureId: uuid('structure_id').notNull(),
  contractId: uuid('contract_id').notNull(),
  measure: text('measure').$type<CrisisMeasure>().notNull(),
  legalBasis: text('legal_basis'),
  changeId: uuid('change_id'),
  exemptFrom: date('exempt_from', { mode: 'string' }),
  exemptTo: date('exempt_to', { mode: 'string' }),
  endsOn: date('ends_on', { mode: 'string' }),
  recordedOn: date('recorded_on', { mode: 'string' }).notNull(),
  withdrawnOn: date('withdrawn_on', { mode: 'string' }),
});

export const crisisLetter = pgTable('crisis_letter', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  crisisId: uuid('crisis_id').notNull(),
  structureId: uuid('structure_id').notNull(),
  organisationId: uuid('organisation_id').notNull(),
  receiver: text('receiver').$type<CrisisReceiver>().notNull(),
  moment: text('moment').$type<'begin' | 'end'>().notNull(),
  address: text('address').notNull(),
  contactName: text('contact_name'),
  contractIds: uuid('contract_ids').array().notNull(),
  body: text('body').notNull(),
  sentBy: uuid('sent_by').notNull(),
  messageId: uuid('message_id'),
  writtenAt: timestamp('written_at', { withTimezone: true }),
  droppedAt: timestamp('dropped_at', { withTimezone: true }),
});
