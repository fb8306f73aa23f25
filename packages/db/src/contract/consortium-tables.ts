import { sql } from 'drizzle-orm';
import { bigint, date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const cents = (name: string) => bigint(name, { mode: 'number' });
const now = sql`clock_timestamp()`;
const ofContract = { structureId: uuid('structure_id').notNull(), contractId: uuid('contract_id').notNull() };

export const consortium = pgTable(
  'consortium',
  {
    clauseId: uuid('clause_id').notNull(),
    version: integer('version').notNull(),
    ...ofContract,
    buyerId: uuid('buyer_id').notNull(),
    mode: text('mode', { enum: ['fixed', 'bps', 'invoiced'] }).notNull(),
    liability: text('liability', { enum: ['joint', 'joint_lead_liable', 'several'] }),
    leadId: uuid('lead_id').notNull(),
    dueCentihours: cents('due_centihours').notNull(),
    cause: text('cause', { enum: ['set', 'due', 'ended', 'resumed'] }).notNull(),
    endedOn: date('ended_on', { mode: 'string' }),
    reason: text('reason'),
    recordedBy: uuid('recorded_by'),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull().default(now),
  },
  (table) => [primaryKey({ columns: [table.clauseId, table.version] })],
);

export const consortiumPart = pgTable(
  'consortium_part',
  {
    clauseId: uuid('clause_id').notNull(),
    version: integer('version').notNull(),
    organisationId: uuid('organisation_id').notNull(),
    ...ofContract,
    buyerId: uuid('buyer_id').notNull(),
    rank: integer('rank').notNull(),
    shareBps: integer('share_bps'),
    fixedCentihours: cents('fixed_centihours'),
    invoicedCents: cents('invoiced_cents').notNull(),
    centihours: cents('centihours').notNull(),
  },
  (table) => [primaryKey({ columns: [table.clauseId, table.version, table.organisationId] })],
);

export const hourTransfer = pgTable('hour_transfer', {
  id: uuid('id').notNull().default(sql`uuidv7()`).primaryKey(),
  ...ofContract,
  clauseId: uuid('clause_id').notNull(),
  sellerId: uuid('seller_id').notNull(),
  purchaserId: uuid('purchaser_id').notNull(),
  centihours: integer('centihours').notNull(),
  priceCents: integer('price_cents').notNull(),
  totalCents: cents('total_cents').notNull(),
  reason: text('reason').notNull(),
  proposerId: uuid('proposer_id'),
  proposedBy: uuid('proposed_by'),
  proposedAt: timestamp('proposed_at', { withTimezone: true }).notNull().default(now),
});

export const hourTransferAct = pgTable('hour_transfer_act', {
  transferId: uuid('transfer_id').notNull().primaryKey(),
  structureId: uuid('structure_id').notNull(),
  act: text('act', { enum: ['sign', 'refuse', 'withdraw', 'paper'] }).notNull(),
  organisationId: uuid('organisation_id'),
  reason: text('reason'),
  fileId: uuid('file_id'),
  signedOn: date('signed_on', { mode: 'string' }),
  actedBy: uuid('acted_by'),
  actedAt: timestamp('acted_at', { withTimezone: true }).notNull().default(now),
});
