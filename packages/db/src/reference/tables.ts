import { sql } from 'drizzle-orm';
import { doublePrecision, jsonb, pgTable, primaryKey, smallint, text, timestamp } from 'drizzle-orm/pg-core';

export const romeCode = pgTable('rome_code', {
  code: text('code').notNull().primaryKey(),
  label: text('label').notNull(),
  source: text('source').notNull(),
});

export const romeTitle = pgTable(
  'rome_title',
  {
    code: text('code').notNull(),
    title: text('title').notNull(),
  },
  (table) => [primaryKey({ columns: [table.code, table.title] })],
);

export const romeSkill = pgTable('rome_skill', {
  item: text('item').notNull().primaryKey(),
  label: text('label').notNull(),
});

export const romeCodeSkill = pgTable(
  'rome_code_skill',
  {
    code: text('code').notNull(),
    item: text('item').notNull(),
  },
  (table) => [primaryKey({ columns: [table.code, table.item] })],
);

export const romeMobility = pgTable(
  'rome_mobility',
  {
    code: text('code').notNull(),
    target: text('target').notNull(),
    kind: text('kind').notNull(),
  },
  (table) => [primaryKey({ columns: [table.code, table.target, table.kind] })],
);

export const romeV4Code = pgTable('rome_v4_code', {
  code: text('code').notNull().primaryKey(),
  label: text('label').notNull(),
  parent: text('parent').notNull(),
});

export const commune = pgTable(
  'commune',
  {
    insee: text('insee').notNull(),
    postalCode: text('postal_code').notNull(),
    name: text('name').notNull(),
    latitude: doublePrecision('latitude'),
    longitude: doublePrecision('longitude'),
  },
  (table) => [primaryKey({ columns: [table.insee, table.postalCode, table.name] })],
);

export const cpvCode = pgTable('cpv_code', {
  code: text('code').notNull().primaryKey(),
  label: text('label').notNull(),
  version: smallint('version').notNull(),
  parent: text('parent'),
});

export const referenceLoad = pgTable('reference_load', {
  name: text('name').notNull().primaryKey(),
  version: text('version').notNull(),
  loadedAt: timestamp('loaded_at', { withTimezone: true }).notNull().default(sql`now()`),
  counts: jsonb('counts').notNull(),
});
