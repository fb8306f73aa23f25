import { broadcastAnswers } from '@jonction/domain/offer/broadcast';
import { sql } from 'drizzle-orm';
import { pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** The partners that the offers of a structure are spread to. */
export const committeeMember = pgTable(
  'committee_member',
  {
    structureId: uuid('structure_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    addedBy: uuid('added_by'),
    addedAt: timestamp('added_at', { withTimezone: true }).notNull().default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.structureId, table.partnerId] })],
);

/** One offer spread to one partner, and what it answered. */
export const offerBroadcast = pgTable(
  'offer_broadcast',
  {
    offerId: uuid('offer_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    structureId: uuid('structure_id').notNull(),
    note: text('note'),
    sentBy: uuid('sent_by'),
    sentAt: timestamp('sent_at', { withTimezone: true }).notNull().default(sql`now()`),
    remindedAt: timestamp('reminded_at', { withTimezone: true }),
    answer: text('answer', { enum: broadcastAnswers }),
    answerNote: text('answer_note'),
    answeredBy: uuid('answered_by'),
    answeredAt: timestamp('answered_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.offerId, table.partnerId] })],
);
