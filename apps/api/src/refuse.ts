import { sqlStateOf } from '@jonction/db/client';
import type { Decision } from '@jonction/domain/shared/decision';
import type { Locale } from '@jonction/domain/shared/locale';
import { sentence } from '@jonction/domain/shared/words';
import { TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import { words } from './words.ts';

type TrpcCode = ConstructorParameters<typeof TRPCError>[0]['code'];

/** A refusal on its way out: the one error that use cases throw. Its sentence is found from its code. */
export class Refuse extends TRPCError {
  readonly refusal: { code: string; facts: Record<string, string | number>; field?: string };

  constructor(code: string, facts: Record<string, string | number> = {}, field?: string) {
    super({ code: trpcCodeOf(code), message: code });
    this.refusal = field === undefined ? { code, facts } : { code, facts, field };
  }
}

/** The value of a decision, or its refusal thrown: the one place where the domain's values become errors. */
export function settle<Value>(decision: Decision<Value>, field?: string): Value {
  if (!decision.ok) throw new Refuse(decision.refusal.code, decision.refusal.facts, field);
  return decision.value;
}

/** A row that must be there: out of scope and absent read the same. */
export function found<Row>(row: Row | null | undefined, code: `${string}.not_found` | `${string}_not_found`): Row {
  if (row === null || row === undefined) throw new Refuse(code);
  return row;
}

function trpcCodeOf(code: string): TrpcCode {
  if (code === 'access.sign_in_needed') return 'UNAUTHORIZED';
  if (code === 'access.not_allowed' || code === 'access.cross_site') return 'FORBIDDEN';
  if (code === 'access.too_many_requests') return 'TOO_MANY_REQUESTS';
  if (code.endsWith('not_found')) return 'NOT_FOUND';
  if (code.endsWith('_conflict') || code.endsWith('changed_meanwhile')) return 'CONFLICT';
  return 'UNPROCESSABLE_CONTENT';
}

export interface ErrorDescription {
  code: string;
  sentence: string;
  facts: Record<string, string | number>;
  /** Sentences by field path, `lines.2.hours`; '' for the whole form. */
  fields: Record<string, string>;
}

/** What may be said outside: never a stack, an SQL text or a parameter. */
export function describeError(error: TRPCError, locale: Locale): ErrorDescription {
  if (error instanceof Refuse) return fromRefusal(error.refusal, locale);
  if (error.cause instanceof Refuse) return fromRefusal(error.cause.refusal, locale);
  // Only what came in is the reader's to correct; an answer of ours that fails its own shape is our fault.
  if (error.code === 'BAD_REQUEST' && error.cause instanceof ZodError) return fromInput(error.cause, locale);
  // A row that moved between our check and our write, or that somebody else already made.
  const state = sqlStateOf(error.cause);
  if (state === '23505' || state === '40001') return plain('shared.changed_meanwhile', locale);
  if (error.code === 'NOT_FOUND') return plain('shared.not_found', locale);
  return plain('shared.failed', locale);
}

function fromRefusal(refusal: Refuse['refusal'], locale: Locale): ErrorDescription {
  const text = sentence(words, locale, refusal.code, refusal.facts);
  return {
    code: refusal.code,
    sentence: text,
    facts: refusal.facts,
    fields: refusal.field ? { [refusal.field]: text } : {},
  };
}

function fromInput(error: ZodError, locale: Locale): ErrorDescription {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join('.')] ??= sentence(words, locale, issue.message);
  return { ...plain('shared.fields_to_correct', locale), fields };
}

function plain(code: string, locale: Locale): ErrorDescription {
  return { code, sentence: sentence(words, locale, code), facts: {}, fields: {} };
}
