import { contactChannels, contactOutcomes, contactPurposes } from '@jonction/domain/contact/outcome';
import { sql } from 'drizzle-orm';
import { pgEnum, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const contactOutcome = pgEnum('contact_outcome', contactOutcomes);

export const contact = pgTable('contact', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  participantId: uuid('participant_id').notNull(),
  at: timestamp('at', { withTimezone: true }).notNull(),
  channel: text('channel', { enum: contactChannels }).notNull(),
  outcome: contactOutcome('outcome').notNull(),
  purpose: text('purpose', { enum: contactPurposes }).notNull(),
  note: text('note'),
  positioningId: uuid('positioning_id'),
  madeBy: uuid('made_by'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`now()`),
});
