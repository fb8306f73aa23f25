import type { CompanyRole } from '@jonction/domain/access/company-team';
import { sql } from 'drizzle-orm';
import { bigint, boolean, integer, pgEnum, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const membershipRole = pgEnum('membership_role', [
  'facilitator',
  'lead',
  'buyer',
  'employer',
  'partner',
  'administrator',
]);

export const user = pgTable('user', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull(),
  emailVerified: boolean('email_verified').notNull().default(sql`false`),
  image: text('image'),
  twoFactorEnabled: boolean('two_factor_enabled').notNull().default(sql`false`),
  locale: text('locale').notNull().default(sql`'fr'::text`),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`now()`),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().default(sql`now()`),
});

export const membership = pgTable('membership', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  userId: uuid('user_id').notNull(),
  organisationId: uuid('organisation_id').notNull(),
  role: membershipRole('role').notNull(),
  structureId: uuid('structure_id').notNull(),
  companyRole: text('company_role').$type<CompanyRole>(),
  /** Of a buyer's people alone. */
  directorateId: uuid('directorate_id'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`now()`),
  endedAt: timestamp('ended_at', { withTimezone: true }),
  /** Who suspended it: an ended access that a manager may open again. */
  suspendedBy: uuid('suspended_by'),
});

export const session = pgTable('session', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  userId: uuid('user_id').notNull(),
  token: text('token').notNull(),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  ipAddress: text('ip_address'),
  userAgent: text('user_agent'),
  activeMembershipId: uuid('active_membership_id'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`now()`),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().default(sql`now()`),
});

export const account = pgTable('account', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  accountId: text('account_id').notNull(),
  providerId: text('provider_id').notNull(),
  userId: uuid('user_id').notNull(),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: timestamp('access_token_expires_at', { withTimezone: true }),
  refreshTokenExpiresAt: timestamp('refresh_token_expires_at', { withTimezone: true }),
  scope: text('scope'),
  password: text('password'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`now()`),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().default(sql`now()`),
});

export const verification = pgTable('verification', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`now()`),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().default(sql`now()`),
});

export const rateLimit = pgTable('rate_limit', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  key: text('key').notNull(),
  count: integer('count').notNull(),
  lastRequest: bigint('last_request', { mode: 'number' }).notNull(),
});

export const invitation = pgTable('invitation', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  email: text('email').notNull(),
  organisationId: uuid('organisation_id').notNull(),
  role: membershipRole('role').notNull(),
  structureId: uuid('structure_id').notNull(),
  companyRole: text('company_role').$type<CompanyRole>(),
  directorateId: uuid('directorate_id'),
  tokenHash: text('token_hash').notNull(),
  invitedBy: uuid('invited_by'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`now()`),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  acceptedAt: timestamp('accepted_at', { withTimezone: true }),
  revokedAt: timestamp('revoked_at', { withTimezone: true }),
});
