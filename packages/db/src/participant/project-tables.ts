import { projectStates, transports } from '@jonction/domain/participant/transport';
import { sql } from 'drizzle-orm';
import { boolean, date, integer, pgTable, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const participantProject = pgTable('participant_project', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  participantId: uuid('participant_id').notNull(),
  romeCode: text('rome_code').notNull(),
  wish: text('wish'),
  transports: text('transports', { enum: transports }).array().notNull().default(sql`'{}'::text[]`),
  radiusMetres: integer('radius_metres'),
  availableFrom: date('available_from', { mode: 'string' }),
  weeklyHoursMin: smallint('weekly_hours_min'),
  weeklyHoursMax: smallint('weekly_hours_max'),
  main: boolean('main').notNull().default(sql`false`),
  state: text('state', { enum: projectStates }).notNull().default('active'),
  statedOn: date('stated_on', { mode: 'string' }).notNull(),
  closedOn: date('closed_on', { mode: 'string' }),
  recordedBy: uuid('recorded_by'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`now()`),
  version: integer('version').notNull().default(sql`1`),
});
