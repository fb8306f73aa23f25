import type { DeclineReason, TransferStatus, TransferWhy } from '@jonction/domain/positioning/transfer';
import { sql } from 'drizzle-orm';
import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** A company asks that a CV go on to another one; what the team decided stays beside the question. */
export const positioningTransfer = pgTable('positioning_transfer', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  positioningId: uuid('positioning_id').notNull(),
  pushId: uuid('push_id'),
  employerId: uuid('employer_id').notNull(),
  companyName: text('company_name').notNull(),
  contactName: text('contact_name'),
  contactEmail: text('contact_email'),
  why: text('why').$type<TransferWhy>().notNull(),
  note: text('note'),
  askedBy: text('asked_by').$type<'facilitator' | 'employer' | 'link'>().notNull(),
  askedAt: timestamp('asked_at', { withTimezone: true }).notNull().default(sql`now()`),
  status: text('status').$type<TransferStatus>().notNull().default('asked'),
  declineReason: text('decline_reason').$type<DeclineReason>(),
  decidedAt: timestamp('decided_at', { withTimezone: true }),
  decidedBy: uuid('decided_by'),
  toPositioningId: uuid('to_positioning_id'),
});
