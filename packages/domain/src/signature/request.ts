import { z } from 'zod';
import { optionalSafeText, refuseSecrets, safeText } from '../reference/safe-text.ts';
import { addDays, type Day } from '../shared/day.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import { daySchema } from '../shared/field-schema.ts';
import type { SignatureState } from './states.ts';

/** Who asks: somebody of the team, or a company for its own papers. */
export const signatureSides = ['team', 'company'] as const;
export type SignatureSide = (typeof signatureSides)[number];

/** Rules of the house: a document is signed by a few people, within a month where nothing else is said, three at most. */
export const mostSigners = 10;
export const usualDays = 30;
export const mostDays = 90;
/** A letter's link opens the document, and its proof once it is signed, for so long. */
export const signatureLinkDays = 120;

const address = z
  .string()
  .trim()
  .toLowerCase()
  .max(200)
  .pipe(z.email({ error: 'signature.address_wrong' }));
const personName = z
  .string()
  .trim()
  .min(3, { error: 'signature.name_missing' })
  .max(120)
  .refine((name) => /\p{L}.*\p{L}/u.test(name), { error: 'signature.name_missing' })
  .superRefine(refuseSecrets);

const subject = {
  /** A transfer of hours between co-contractors: its terms are what is signed. */
  transferId: z.uuid().nullish(),
  /** An issued paper of hours: that paper is what is signed. */
  documentId: z.uuid().nullish(),
};

/** What of the product itself is to be signed: one of the two. */
export const signatureSubjectSchema = z
  .object(subject)
  .refine(({ transferId, documentId }) => Boolean(transferId) !== Boolean(documentId), { error: 'file.missing' });

export const askSignatureSchema = z
  .object({
    /** The PDF that was brought; absent where the product makes it of what is signed. */
    fileId: z.uuid({ error: 'file.missing' }).nullish(),
    title: safeText('signature.title_missing', { most: 200 }),
    note: optionalSafeText(500),
    expiresOn: daySchema.nullish(),
    /** The company whose paper it is; a company asks for its own. */
    employerId: z.uuid().nullish(),
    /** The asked paper that the signed document answers. */
    itemId: z.uuid().nullish(),
    ...subject,
    signers: z
      .array(z.object({ name: personName, quality: optionalSafeText(120), address }))
      .min(1, { error: 'signature.nobody' })
      .max(mostSigners),
  })
  .refine(({ signers }) => new Set(signers.map((one) => one.address)).size === signers.length, {
    error: 'signature.address_twice',
    path: ['signers'],
  })
  // One thing is signed: a file that was brought, or what the product holds.
  .refine((asked) => [asked.fileId, asked.transferId, asked.documentId].filter(Boolean).length === 1, {
    error: 'file.missing',
    path: ['fileId'],
  });

/** Six figures, however they were typed or pasted. */
export const codeSchema = z
  .string()
  .transform((typed) => typed.replaceAll(/\D/g, ''))
  .refine((code) => code.length === 6, { error: 'signature.code_missing' });

export const signSchema = z.object({
  name: personName,
  agreed: z.literal(true, { error: 'signature.not_agreed' }),
  code: codeSchema,
  /** The bytes that she read. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export const refuseSignatureSchema = z.object({ reason: safeText('signature.reason_missing', { most: 500 }) });

/** The last day of a request: the one asked, or a month from today. Refused: a day over, or too far. */
export function lastDayOf(
  asked: Day | null,
  today: Day,
): Decision<Day, 'signature.expires_too_soon' | 'signature.expires_too_late'> {
  const on = asked ?? addDays(today, usualDays);
  if (on < today) return refused('signature.expires_too_soon');
  const latest = addDays(today, mostDays);
  return on > latest ? refused('signature.expires_too_late', { day: latest }) : accepted(on);
}

export interface SignatureFacts {
  withdrawn: boolean;
  /** What each named person did; null while she did nothing. */
  answers: readonly ('signed' | 'refused' | null)[];
  expiresOn: Day;
}

/** Where a request stands. One refusal ends it: a document that lacks a name is not the one that the others signed. */
export function signatureStateOf({ withdrawn, answers, expiresOn }: SignatureFacts, today: Day): SignatureState {
  if (withdrawn) return 'withdrawn';
  if (answers.includes('refused')) return 'refused';
  if (answers.every((answer) => answer === 'signed')) return 'complete';
  return expiresOn < today ? 'expired' : 'open';
}

type Over = `signature.is_${Exclude<SignatureState, 'open'>}`;

/** Whether somebody may still sign or refuse; she does one of them, once. Any order of people is the right one. */
export function mayAnswer(
  state: SignatureState,
  answer: 'signed' | 'refused' | null,
): Decision<true, 'signature.answered' | Over> {
  if (answer !== null) return refused('signature.answered');
  return state === 'open' ? accepted(true) : refused(`signature.is_${state}`);
}

/** Whoever asked may take it back while somebody has still to sign; what was signed by then stays on record. */
export function mayWithdraw(state: SignatureState): Decision<true, Over> {
  return state === 'open' || state === 'expired' ? accepted(true) : refused(`signature.is_${state}`);
}
