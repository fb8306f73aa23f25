import type { PaperKind } from '@jonction/domain/paper/categories';
import type { TimedKind } from '@jonction/domain/paper/timed';
import { sql } from 'drizzle-orm';
import { date, pgTable, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const id = () => uuid('id').notNull().default(sql`uuidv7()`).primaryKey();
const company = { structureId: uuid('structure_id').notNull(), employerId: uuid('employer_id').notNull() };
const instant = (name: string) => timestamp(name, { withTimezone: true });

export const paperRequest = pgTable('paper_request', {
  id: id(),
  ...company,
  contractId: uuid('contract_id'),
  dueOn: date('due_on'),
  note: text('note'),
  askedBy: uuid('asked_by').notNull(),
  askedAt: instant('asked_at').notNull().default(sql`clock_timestamp()`),
});

export const paperItem = pgTable('paper_item', {
  id: id(),
  requestId: uuid('request_id').notNull(),
  ...company,
  kind: text('kind').$type<PaperKind>().notNull(),
  label: text('label'),
  validMonths: smallint('valid_months'),
  cancelledAt: instant('cancelled_at'),
  cancelledBy: uuid('cancelled_by'),
});

export const paperPiece = pgTable('paper_piece', {
  id: id(),
  itemId: uuid('item_id').notNull(),
  ...company,
  fileId: uuid('file_id').notNull(),
  issuedOn: date('issued_on'),
  validUntil: date('valid_until'),
  source: text('source').$type<'account' | 'link' | 'team'>().notNull(),
  broughtBy: uuid('brought_by'),
  broughtAt: instant('brought_at').notNull().default(sql`clock_timestamp()`),
  decision: text('decision').$type<'accepted' | 'refused'>(),
  decisionReason: text('decision_reason'),
  decidedBy: uuid('decided_by'),
  decidedAt: instant('decided_at'),
});

export const paperValidity = pgTable('paper_validity', {
  id: id(),
  structureId: uuid('structure_id').notNull(),
  kind: text('kind').$type<TimedKind>().notNull(),
  fromMonths: smallint('from_months').notNull(),
  months: smallint('months').notNull(),
  setBy: uuid('set_by').notNull(),
  setAt: instant('set_at').notNull().default(sql`clock_timestamp()`),
});

export const paperReminder = pgTable('paper_reminder', {
  id: id(),
  ...company,
  address: text('address').notNull(),
  tokenHash: text('token_hash').notNull(),
  messageId: uuid('message_id'),
  sentBy: uuid('sent_by'),
  sentAt: instant('sent_at').notNull().default(sql`clock_timestamp()`),
  expiresAt: instant('expires_at').notNull(),
  revokedAt: instant('revoked_at'),
  openedAt: instant('opened_at'),
  usedAt: instant('used_at'),
});
