import {
  type PositioningAct,
  type PositioningActor,
  positioningStatuses,
} from '@jonction/domain/positioning/lifecycle';
import { type CloseReason, refusalReasons } from '@jonction/domain/positioning/reasons';
import { sql } from 'drizzle-orm';
import { date, integer, jsonb, pgEnum, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const positioningStatus = pgEnum('positioning_status', positioningStatuses);

export const refusalReason = pgEnum('refusal_reason', refusalReasons);

export const push = pgTable('push', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  employerId: uuid('employer_id').notNull(),
  offerId: uuid('offer_id'),
  contractId: uuid('contract_id'),
  recipientName: text('recipient_name'),
  recipientEmail: text('recipient_email').notNull(),
  message: text('message'),
  idempotencyKey: text('idempotency_key').notNull(),
  sentBy: uuid('sent_by'),
  sentAt: timestamp('sent_at', { withTimezone: true }).notNull().default(sql`now()`),
});

export const pushLink = pgTable('push_link', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  pushId: uuid('push_id').notNull(),
  tokenHash: text('token_hash').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`now()`),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  revokedAt: timestamp('revoked_at', { withTimezone: true }),
});

export const positioning = pgTable('positioning', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  participantId: uuid('participant_id').notNull(),
  employerId: uuid('employer_id').notNull(),
  offerId: uuid('offer_id'),
  pushId: uuid('push_id'),
  cvId: uuid('cv_id'),
  status: positioningStatus('status').notNull().default(sql`'proposed'::positioning_status`),
  interviewAt: timestamp('interview_at', { withTimezone: true }),
  refusalReason: refusalReason('refusal_reason'),
  score: integer('score'),
  createdBy: uuid('created_by'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`now()`),
  sentAt: timestamp('sent_at', { withTimezone: true }),
  seenAt: timestamp('seen_at', { withTimezone: true }),
  answeredAt: timestamp('answered_at', { withTimezone: true }),
  version: integer('version').notNull().default(sql`1`),
  closeReason: text('close_reason').$type<CloseReason>(),
  /** Reminders wait until this day. */
  pausedUntil: date('paused_until', { mode: 'string' }),
});

/** What a company wrote with its answer: apart, since partners read the row of a positioning and never this. */
export const positioningNote = pgTable('positioning_note', {
  positioningId: uuid('positioning_id').notNull().primaryKey(),
  structureId: uuid('structure_id').notNull(),
  note: text('note').notNull(),
});

export const positioningEvent = pgTable('positioning_event', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  positioningId: uuid('positioning_id').notNull(),
  fromStatus: positioningStatus('from_status'),
  toStatus: positioningStatus('to_status').notNull(),
  at: timestamp('at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
  actorKind: text('actor_kind').notNull(),
  userId: uuid('user_id'),
  organisationId: uuid('organisation_id'),
  act: text('act').$type<PositioningAct>(),
  actor: text('actor').$type<PositioningActor>(),
  facts: jsonb('facts').notNull().default(sql`'{}'::jsonb`),
});

/** The date of PostgreSQL that comes after every other. */
export const endless = 'infinity';

export const disclosure = pgTable('disclosure', {
  positioningId: uuid('positioning_id').notNull().primaryKey(),
  structureId: uuid('structure_id').notNull(),
  participantId: uuid('participant_id').notNull(),
  employerId: uuid('employer_id').notNull(),
  pushId: uuid('push_id'),
  card: jsonb('card').notNull(),
  fileId: uuid('file_id'),
  /** The last day; `endless` when proven for good; null when nothing is proven. */
  eligibleUntil: date('eligible_until', { mode: 'string' }),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`now()`),
});

export const cvOpening = pgTable('cv_opening', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  positioningId: uuid('positioning_id').notNull(),
  participantId: uuid('participant_id').notNull(),
  employerId: uuid('employer_id').notNull(),
  at: timestamp('at', { withTimezone: true }).notNull().default(sql`now()`),
  actorKind: text('actor_kind').notNull(),
  userId: uuid('user_id'),
});
