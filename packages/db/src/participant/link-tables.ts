import { linkWays } from '@jonction/domain/participant/link';
import { noReasons } from '@jonction/domain/participant/no-reason';
import { wordFields } from '@jonction/domain/participant/own-field';
import { sql } from 'drizzle-orm';
import { boolean, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true });
const id = () => uuid('id').notNull().default(sql`uuidv7()`).primaryKey();

export const participantLink = pgTable('participant_link', {
  id: id(),
  structureId: uuid('structure_id').notNull(),
  participantId: uuid('participant_id').notNull(),
  tokenHash: text('token_hash').notNull(),
  way: text('way', { enum: linkWays }).notNull(),
  madeBy: uuid('made_by'),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  expiresAt: instant('expires_at').notNull(),
  revokedAt: instant('revoked_at'),
  failures: integer('failures').notNull().default(sql`0`),
  lastFailedAt: instant('last_failed_at'),
  lockedAt: instant('locked_at'),
  openedAt: instant('opened_at'),
});

export const offerProposal = pgTable('offer_proposal', {
  id: id(),
  structureId: uuid('structure_id').notNull(),
  participantId: uuid('participant_id').notNull(),
  offerId: uuid('offer_id').notNull(),
  proposedBy: uuid('proposed_by'),
  proposedAt: instant('proposed_at').notNull().default(sql`now()`),
  answer: text('answer', { enum: ['yes', 'no'] }),
  reason: text('reason', { enum: noReasons }),
  answeredAt: instant('answered_at'),
  handledAt: instant('handled_at'),
  handledBy: uuid('handled_by'),
});

export const participantWord = pgTable('participant_word', {
  id: id(),
  structureId: uuid('structure_id').notNull(),
  participantId: uuid('participant_id').notNull(),
  field: text('field', { enum: wordFields }).notNull(),
  words: text('words'),
  applied: boolean('applied').notNull(),
  saidAt: instant('said_at').notNull().default(sql`clock_timestamp()`),
  handledAt: instant('handled_at'),
  handledBy: uuid('handled_by'),
});
