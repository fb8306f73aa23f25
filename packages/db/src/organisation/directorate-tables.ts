import { sql } from 'drizzle-orm';
import { date, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const directorate = pgTable('directorate', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  buyerId: uuid('buyer_id').notNull(),
  name: text('name').notNull(),
  createdBy: uuid('created_by'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`now()`),
  endedOn: date('ended_on', { mode: 'string' }),
  endedBy: uuid('ended_by'),
});
