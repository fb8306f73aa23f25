import { sql } from 'drizzle-orm';
import { customType, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });
const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });

export const searchCopy = pgTable('search_copy', {
  engine: text('engine').notNull().primaryKey(),
  generation: uuid('generation'),
  draft: uuid('draft'),
  shape: text('shape').notNull(),
  fedXid: xid8('fed_xid').notNull(),
  fedAt: timestamp('fed_at', { withTimezone: true }).notNull().default(sql`now()`),
  people: integer('people').notNull().default(0),
  builtAt: timestamp('built_at', { withTimezone: true }).notNull().default(sql`now()`),
});

export const searchDocument = pgTable(
  'search_document',
  {
    generation: uuid('generation').notNull(),
    participantId: uuid('participant_id').notNull(),
    structureId: uuid('structure_id').notNull(),
    terms: tsvector('terms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.generation, table.participantId] })],
);

export const searchWord = pgTable(
  'search_word',
  {
    generation: uuid('generation').notNull(),
    structureId: uuid('structure_id').notNull(),
    word: text('word').notNull(),
  },
  (table) => [primaryKey({ columns: [table.generation, table.structureId, table.word] })],
);
