import type { ProofFacts } from '@jonction/domain/signature/proof';
import type { SignatureSide } from '@jonction/domain/signature/request';
import { sql } from 'drizzle-orm';
import { date, jsonb, pgTable, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const id = () => uuid('id').notNull().default(sql`uuidv7()`).primaryKey();
const structureId = () => uuid('structure_id').notNull();
const instant = (name: string) => timestamp(name, { withTimezone: true });
const now = sql`clock_timestamp()`;

export const signatureRequest = pgTable('signature_request', {
  id: id(),
  structureId: structureId(),
  employerId: uuid('employer_id'),
  side: text('side').$type<SignatureSide>().notNull(),
  itemId: uuid('item_id'),
  transferId: uuid('transfer_id'),
  documentId: uuid('document_id'),
  title: text('title').notNull(),
  note: text('note'),
  fileId: uuid('file_id').notNull(),
  fileSha256: text('file_sha256').notNull(),
  pages: smallint('pages').notNull(),
  sentence: text('sentence').notNull(),
  expiresOn: date('expires_on').notNull(),
  askedBy: uuid('asked_by').notNull(),
  askedAt: instant('asked_at').notNull().default(now),
});

export const signatureSigner = pgTable('signature_signer', {
  id: id(),
  requestId: uuid('request_id').notNull(),
  structureId: structureId(),
  ordinal: smallint('ordinal').notNull(),
  name: text('name').notNull(),
  quality: text('quality'),
  address: text('address').notNull(),
});

export type SignatureNews = 'asked' | 'reminded' | 'signed' | 'refused' | 'withdrawn' | 'account';

export const signatureLetter = pgTable('signature_letter', {
  id: id(),
  requestId: uuid('request_id').notNull(),
  signerId: uuid('signer_id').notNull(),
  structureId: structureId(),
  news: text('news').$type<SignatureNews>().notNull(),
  address: text('address').notNull(),
  tokenHash: text('token_hash').notNull(),
  messageId: uuid('message_id'),
  sentBy: uuid('sent_by'),
  sentAt: instant('sent_at').notNull().default(now),
  expiresAt: instant('expires_at').notNull(),
});

export const signatureCode = pgTable('signature_code', {
  id: id(),
  signerId: uuid('signer_id').notNull(),
  structureId: structureId(),
  codeHash: text('code_hash').notNull(),
  sentAt: instant('sent_at').notNull().default(now),
  tries: smallint('tries').notNull().default(0),
  usedAt: instant('used_at'),
});

export const signatureAct = pgTable('signature_act', {
  id: id(),
  requestId: uuid('request_id').notNull(),
  signerId: uuid('signer_id'),
  structureId: structureId(),
  kind: text('kind').$type<'opened' | 'signed' | 'refused' | 'withdrawn'>().notNull(),
  at: instant('at').notNull().default(now),
  typedName: text('typed_name'),
  address: text('address'),
  fileSha256: text('file_sha256'),
  sentence: text('sentence'),
  codeId: uuid('code_id'),
  codeSentAt: instant('code_sent_at'),
  reason: text('reason'),
  doneBy: uuid('done_by'),
});

export const signatureProof = pgTable('signature_proof', {
  id: id(),
  requestId: uuid('request_id').notNull(),
  structureId: structureId(),
  facts: jsonb('facts').$type<ProofFacts>().notNull(),
  factsSha256: text('facts_sha256').notNull(),
  codeHash: text('code_hash').notNull(),
  issuedAt: instant('issued_at').notNull().default(now),
});
