import { contestOutcomes } from '@jonction/domain/hours/contest';
import { hourPaperKinds, hourSides } from '@jonction/domain/hours/paper';
import { sql } from 'drizzle-orm';
import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const id = () => uuid('id').notNull().default(sql`uuidv7()`).primaryKey();
const instant = (name: string) => timestamp(name, { withTimezone: true });
const now = sql`clock_timestamp()`;

/** A paper on a line of hours; it stays on the line's corrections. */
export const hourPaper = pgTable('hour_paper', {
  id: id(),
  structureId: uuid('structure_id').notNull(),
  lineId: uuid('line_id').notNull(),
  employerId: uuid('employer_id').notNull(),
  kind: text('kind', { enum: hourPaperKinds }).notNull(),
  fileId: uuid('file_id').notNull(),
  side: text('side', { enum: hourSides }).notNull(),
  broughtBy: uuid('brought_by'),
  broughtAt: instant('brought_at').notNull().default(now),
  withdrawnBy: uuid('withdrawn_by'),
  withdrawnAt: instant('withdrawn_at'),
  withdrawnReason: text('withdrawn_reason'),
});

export const hourContest = pgTable('hour_contest', {
  id: id(),
  structureId: uuid('structure_id').notNull(),
  lineId: uuid('line_id').notNull(),
  employerId: uuid('employer_id').notNull(),
  side: text('side', { enum: hourSides }).notNull(),
  openedBy: uuid('opened_by').notNull(),
  openedAt: instant('opened_at').notNull().default(now),
  outcome: text('outcome', { enum: contestOutcomes }),
  closedBy: uuid('closed_by'),
  closedAt: instant('closed_at'),
});

export const hourContestWord = pgTable('hour_contest_word', {
  id: id(),
  structureId: uuid('structure_id').notNull(),
  contestId: uuid('contest_id').notNull(),
  employerId: uuid('employer_id').notNull(),
  side: text('side', { enum: hourSides }).notNull(),
  saidBy: uuid('said_by').notNull(),
  saidAt: instant('said_at').notNull().default(now),
  body: text('body').notNull(),
});
