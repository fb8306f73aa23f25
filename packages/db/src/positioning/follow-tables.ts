import type { ReminderRung } from '@jonction/domain/positioning/ladder';
import type { PositioningStatus } from '@jonction/domain/positioning/lifecycle';
import type { NoticeKind } from '@jonction/domain/positioning/notice';
import { sql } from 'drizzle-orm';
import { integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** What follows a positioning: the team's comments and notices, reminders, meetings, batches. */
const id = () => uuid('id').notNull().default(sql`uuidv7()`).primaryKey();
const instant = (name: string) => timestamp(name, { withTimezone: true });

export const positioningComment = pgTable('positioning_comment', {
  id: id(),
  structureId: uuid('structure_id').notNull(),
  positioningId: uuid('positioning_id').notNull(),
  authorId: uuid('author_id').notNull(),
  body: text('body').notNull(),
  at: instant('at').notNull().default(sql`clock_timestamp()`),
});

export const positioningNotice = pgTable('positioning_notice', {
  id: id(),
  structureId: uuid('structure_id').notNull(),
  positioningId: uuid('positioning_id').notNull(),
  kind: text('kind').$type<NoticeKind>().notNull(),
  at: instant('at').notNull().default(sql`now()`),
  doneAt: instant('done_at'),
  doneBy: uuid('done_by'),
});

export const reminder = pgTable('reminder', {
  id: id(),
  structureId: uuid('structure_id').notNull(),
  positioningId: uuid('positioning_id').notNull(),
  pushId: uuid('push_id').notNull(),
  letterId: uuid('letter_id').notNull(),
  rung: text('rung').$type<ReminderRung>().notNull(),
  address: text('address').notNull(),
  messageId: uuid('message_id'),
  madeBy: uuid('made_by'),
  madeAt: instant('made_at').notNull().default(sql`now()`),
  leavesAt: instant('leaves_at').notNull().default(sql`now()`),
});

export const interview = pgTable('interview', {
  id: id(),
  structureId: uuid('structure_id').notNull(),
  positioningId: uuid('positioning_id').notNull(),
  employerId: uuid('employer_id').notNull(),
  pushId: uuid('push_id'),
  at: instant('at').notNull(),
  minutes: integer('minutes').notNull().default(sql`45`),
  address: text('address'),
  hours: text('hours'),
  contactName: text('contact_name'),
  contactPhone: text('contact_phone'),
  tutor: text('tutor'),
  equipment: text('equipment'),
  confirmedAt: instant('confirmed_at'),
  confirmedBy: uuid('confirmed_by'),
  outcome: text('outcome').$type<'took_place' | 'did_not' | 'postponed'>(),
  feedback: text('feedback'),
  outcomeBy: text('outcome_by').$type<'facilitator' | 'employer' | 'link'>(),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  version: integer('version').notNull().default(sql`1`),
});

export const positioningBatch = pgTable('positioning_batch', {
  id: id(),
  structureId: uuid('structure_id').notNull(),
  action: text('action').$type<'relaunch' | 'close' | 'postpone'>().notNull(),
  madeBy: uuid('made_by').notNull(),
  madeAt: instant('made_at').notNull().default(sql`now()`),
  undoUntil: instant('undo_until').notNull(),
  undoneAt: instant('undone_at'),
  finishedAt: instant('finished_at'),
  before: jsonb('before').$type<BatchBefore[]>().notNull(),
});

/** A row as it was before, and its version just after: a row that moved since stays as it is. */
export interface BatchBefore {
  positioningId: string;
  status: PositioningStatus;
  pausedUntil: string | null;
  letterId: string | null;
  versionAfter: number;
}
