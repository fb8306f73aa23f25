import { badProofs, contactProofs, goodProofs } from '@jonction/domain/organisation/contact-person';
import { sql } from 'drizzle-orm';
import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Somebody in a company or a partner, as one structure knows her. */
export const organisationContact = pgTable('organisation_contact', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  organisationId: uuid('organisation_id').notNull(),
  name: text('name').notNull(),
  function: text('function'),
  email: text('email'),
  phone: text('phone'),
  source: text('source', { enum: ['team', 'company', 'sending'] })
    .notNull()
    .default(sql`'team'::text`),
  lastProofAt: timestamp('last_proof_at', { withTimezone: true }),
  lastProof: text('last_proof', { enum: goodProofs }),
  loweredAt: timestamp('lowered_at', { withTimezone: true }),
  loweredBy: text('lowered_by', { enum: badProofs }),
  createdBy: uuid('created_by'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`now()`),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().default(sql`now()`),
});

export const organisationContactProof = pgTable('organisation_contact_proof', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  structureId: uuid('structure_id').notNull(),
  contactId: uuid('contact_id').notNull(),
  proof: text('proof', { enum: contactProofs }).notNull(),
  at: timestamp('at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
  recordedBy: uuid('recorded_by'),
});
