import { sql } from 'drizzle-orm';
import { doublePrecision, jsonb, pgEnum, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const organisationKind = pgEnum('organisation_kind', ['structure', 'buyer', 'employer', 'partner']);

export const organisation = pgTable('organisation', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  kind: organisationKind('kind').notNull(),
  name: text('name').notNull(),
  nameSource: text('name_source').notNull().default(sql`'person'::text`),
  namedIn: uuid('named_in'),
  slug: text('slug'),
  identifierKind: text('identifier_kind').notNull().default(sql`'SIRET'::text`),
  identifier: text('identifier'),
  subkind: text('subkind'),
  territory: text('territory'),
  address: text('address'),
  postalCode: text('postal_code'),
  city: text('city'),
  latitude: doublePrecision('latitude'),
  longitude: doublePrecision('longitude'),
  phone: text('phone'),
  settings: jsonb('settings').notNull().default(sql`'{}'::jsonb`),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`now()`),
});
