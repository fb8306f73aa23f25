import { reminderKinds } from '@jonction/domain/hours/late';
import { sql } from 'drizzle-orm';
import { date, integer, pgTable, primaryKey, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true });
const day = (name: string) => date(name, { mode: 'string' });
const id = () => uuid('id').notNull().default(sql`uuidv7()`).primaryKey();
const now = sql`clock_timestamp()`;

/** "No hours this month", said of somebody at work. */
export const hourNone = pgTable(
  'hour_none',
  {
    placementId: uuid('placement_id').notNull(),
    month: day('month').notNull(),
    structureId: uuid('structure_id').notNull(),
    employerId: uuid('employer_id').notNull(),
    saidBy: uuid('said_by'),
    saidAt: instant('said_at').notNull().default(now),
  },
  (table) => [primaryKey({ columns: [table.placementId, table.month] })],
);

/** A letter about a month or a quarter that misses, and the link that it carries. */
export const hourReminder = pgTable('hour_reminder', {
  id: id(),
  structureId: uuid('structure_id').notNull(),
  employerId: uuid('employer_id').notNull(),
  kind: text('kind', { enum: reminderKinds }).notNull(),
  period: day('period').notNull(),
  rung: smallint('rung').notNull(),
  address: text('address').notNull(),
  tokenHash: text('token_hash').notNull(),
  messageId: uuid('message_id'),
  sentBy: uuid('sent_by'),
  sentAt: instant('sent_at').notNull().default(now),
  expiresAt: instant('expires_at').notNull(),
  revokedAt: instant('revoked_at'),
  openedAt: instant('opened_at'),
  usedAt: instant('used_at'),
});

export const hourQuarterAnswer = pgTable('hour_quarter_answer', {
  id: id(),
  structureId: uuid('structure_id').notNull(),
  employerId: uuid('employer_id').notNull(),
  quarter: day('quarter').notNull(),
  centihours: integer('centihours').notNull(),
  saidBy: uuid('said_by'),
  saidAt: instant('said_at').notNull().default(now),
});
