import { stillOpenAnswers } from '@jonction/domain/offer/still-open';
import { sql } from 'drizzle-orm';
import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const offerLink = pgTable('offer_link', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  offerId: uuid('offer_id').notNull(),
  address: text('address').notNull(),
  tokenHash: text('token_hash').notNull(),
  messageId: uuid('message_id'),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  expiresAt: instant('expires_at').notNull(),
  revokedAt: instant('revoked_at'),
  answer: text('answer', { enum: stillOpenAnswers }),
  answeredAt: instant('answered_at'),
});
