import { consentWays } from '@jonction/domain/participant/consent';
import { recommendationStatuses } from '@jonction/domain/participant/recommend';
import { participantStatuses, preferredChannels, sexes } from '@jonction/domain/participant/status';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  date,
  doublePrecision,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

export const participantStatus = pgEnum('participant_status', participantStatuses);

export const recommendationStatus = pgEnum('recommendation_status', recommendationStatuses);

export const participant = pgTable('participant', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  number: bigint('number', { mode: 'number' }).notNull().default(sql`nextval('participant_number'::regclass)`),
  structureId: uuid('structure_id').notNull(),
  firstName: text('first_name').notNull(),
  lastName: text('last_name').notNull(),
  birthDate: date('birth_date', { mode: 'string' }),
  sex: text('sex', { enum: sexes }),
  phone: text('phone'),
  email: text('email'),
  postalCode: text('postal_code'),
  city: text('city'),
  latitude: doublePrecision('latitude'),
  longitude: doublePrecision('longitude'),
  preferredChannel: text('preferred_channel', { enum: preferredChannels }),
  safeContactOnly: boolean('safe_contact_only').notNull().default(sql`false`),
  status: participantStatus('status').notNull().default(sql`'available'::participant_status`),
  availableFrom: date('available_from', { mode: 'string' }),
  radiusMetres: integer('radius_metres'),
  frenchLevel: smallint('french_level'),
  weeklyHoursMin: smallint('weekly_hours_min'),
  weeklyHoursMax: smallint('weekly_hours_max'),
  licences: text('licences').array(),
  optedOut: uuid('opted_out').array().notNull().default(sql`'{}'::uuid[]`),
  waitingSince: date('waiting_since', { mode: 'string' }),
  lastContactOn: date('last_contact_on', { mode: 'string' }),
  diffusionConsent: boolean('diffusion_consent').notNull().default(sql`false`),
  recommendedByOrganisationId: uuid('recommended_by_organisation_id'),
  recommendedByUserId: uuid('recommended_by_user_id'),
  ownerId: uuid('owner_id'),
  nextAction: text('next_action'),
  nextActionOn: date('next_action_on', { mode: 'string' }),
  createdBy: uuid('created_by'),
  createdOn: date('created_on', { mode: 'string' })
    .notNull()
    .default(sql`((now() AT TIME ZONE 'Europe/Paris'::text))::date`),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`now()`),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().default(sql`now()`),
  version: integer('version').notNull().default(sql`1`),
});

export const participantOccupation = pgTable(
  'participant_occupation',
  {
    participantId: uuid('participant_id').notNull(),
    structureId: uuid('structure_id').notNull(),
    romeCode: text('rome_code').notNull(),
    months: integer('months').notNull().default(sql`0`),
    position: smallint('position').notNull().default(sql`0`),
  },
  (table) => [primaryKey({ columns: [table.participantId, table.romeCode] })],
);

export const participantSkill = pgTable(
  'participant_skill',
  {
    participantId: uuid('participant_id').notNull(),
    structureId: uuid('structure_id').notNull(),
    skill: text('skill').notNull(),
    label: text('label').notNull(),
    byHand: boolean('by_hand').notNull().default(sql`false`),
  },
  (table) => [primaryKey({ columns: [table.participantId, table.skill] })],
);

export const participantLanguage = pgTable(
  'participant_language',
  {
    participantId: uuid('participant_id').notNull(),
    structureId: uuid('structure_id').notNull(),
    code: text('code').notNull(),
    level: text('level'),
    levelText: text('level_text'),
  },
  (table) => [primaryKey({ columns: [table.participantId, table.code] })],
);

export const consentEvent = pgTable('consent_event', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  participantId: uuid('participant_id').notNull(),
  type: text('type', { enum: ['given', 'withdrawn'] }).notNull(),
  textVersion: text('text_version').notNull(),
  way: text('way', { enum: consentWays }).notNull(),
  on: date('on', { mode: 'string' }).notNull(),
  recordedBy: uuid('recorded_by'),
  recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
});

export const recommendation = pgTable('recommendation', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  participantId: uuid('participant_id').notNull(),
  partnerId: uuid('partner_id').notNull(),
  recommendedBy: uuid('recommended_by'),
  message: text('message'),
  status: recommendationStatus('status').notNull().default(sql`'received'::recommendation_status`),
  answer: text('answer'),
  reviewedAt: timestamp('reviewed_at', { withTimezone: true }),
  reviewedBy: uuid('reviewed_by'),
  answeredBy: uuid('answered_by'),
  answeredAt: timestamp('answered_at', { withTimezone: true }),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`now()`),
});

export const duplicateSuspicion = pgTable(
  'duplicate_suspicion',
  {
    participantId: uuid('participant_id').notNull(),
    otherId: uuid('other_id').notNull(),
    structureId: uuid('structure_id').notNull(),
    why: text('why').notNull(),
    /** 0 to 100. */
    score: integer('score').notNull().default(sql`0`),
    foundAt: timestamp('found_at', { withTimezone: true }).notNull().default(sql`now()`),
    dismissedAt: timestamp('dismissed_at', { withTimezone: true }),
    dismissedBy: uuid('dismissed_by'),
  },
  (table) => [primaryKey({ columns: [table.participantId, table.otherId] })],
);
