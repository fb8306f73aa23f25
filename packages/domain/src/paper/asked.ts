import { z } from 'zod';
import { optionalSafeText } from '../reference/safe-text.ts';
import { addDays, addMonths, type Day, daysBetween } from '../shared/day.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import { daySchema } from '../shared/field-schema.ts';
import { type PaperKind, paperKindNames } from './categories.ts';
import { validityOf } from './checklist.ts';

/** Where a paper that was asked stands: the most pressing first, as lists show them. */
export const paperStates = [
  'expired',
  'refused',
  'late',
  'expiring',
  'asked',
  'received',
  'accepted',
  'cancelled',
] as const;
export type PaperState = (typeof paperStates)[number];

/** What the company has to do something about. */
export const wantedStates = ['expired', 'refused', 'late', 'expiring', 'asked'] as const satisfies PaperState[];

/** An end is told so many days before (rule of the house). */
export const expiringDays = 30;
/** A link of a letter opens the list for so long. */
export const paperLinkDays = 45;

export const askPapersSchema = z.object({
  employerId: z.uuid(),
  contractId: z.uuid().nullish(),
  dueOn: daySchema.nullish(),
  note: optionalSafeText(),
  items: z
    .array(
      z.object({
        kind: z.enum(paperKindNames),
        /** Which one, where the kind does not say it. */
        label: optionalSafeText(200),
        /** Absent: those that the team counts for this kind. */
        validMonths: z.int().min(1).max(120).nullish(),
      }),
    )
    .min(1, { error: 'paper.nothing_asked' })
    .max(30),
});

export const bringPaperSchema = z.object({
  itemId: z.uuid(),
  fileId: z.uuid({ error: 'file.missing' }),
  issuedOn: daySchema.nullish(),
  validUntil: daySchema.nullish(),
});

export const decidePaperSchema = z.object({
  itemId: z.uuid(),
  accept: z.boolean(),
  /** Read by the company when it is refused. */
  reason: optionalSafeText(500),
});

interface Asked {
  kind: PaperKind;
  validMonths: number | null;
}

type ExpiryRefusal =
  | 'paper.issued_missing'
  | 'paper.issued_in_future'
  | 'paper.until_missing'
  | 'paper.already_expired';

/**
 * Until when a paper counts, the day included; null when it counts for good. Asked in months, it runs from the day it was issued; else
 * it has a day of its own. A paper that is over already is not taken.
 */
export function expiryOf(
  { kind, validMonths }: Asked,
  given: { issuedOn: Day | null; validUntil: Day | null },
  today: Day,
): Decision<Day | null, ExpiryRefusal> {
  const { issuedOn, validUntil } = given;
  if (issuedOn !== null && issuedOn > today) return refused('paper.issued_in_future');
  if (validMonths !== null && issuedOn === null) return refused('paper.issued_missing');
  if (validMonths === null && validityOf(kind) === 'until_written' && validUntil === null && kind !== 'other') {
    return refused('paper.until_missing');
  }
  const until = validMonths !== null && issuedOn !== null ? addMonths(issuedOn, validMonths) : validUntil;
  return until !== null && until < today ? refused('paper.already_expired', { day: until }) : accepted(until);
}

/** The last piece that was brought for a line, and the day its company heard of what became of it. */
export interface LineFacts {
  cancelled: boolean;
  dueOn: Day | null;
  piece: { decision: 'accepted' | 'refused' | null; validUntil: Day | null } | null;
}

export function stateOf({ cancelled, dueOn, piece }: LineFacts, today: Day): PaperState {
  if (cancelled) return 'cancelled';
  if (!piece) return dueOn !== null && dueOn < today ? 'late' : 'asked';
  if (piece.decision === null) return 'received';
  if (piece.decision === 'refused') return 'refused';
  if (piece.validUntil === null) return 'accepted';
  if (piece.validUntil < today) return 'expired';
  return daysBetween(today, piece.validUntil) <= expiringDays ? 'expiring' : 'accepted';
}

/** A piece may come at any time while the line stands: a better one takes the place of one that waits or that counts. */
export function mayBring(state: PaperState): Decision<true, 'paper.cancelled'> {
  return state === 'cancelled' ? refused('paper.cancelled') : accepted(true);
}

/** Somebody of the team decides on what waits; a refusal says why, since the company reads it. */
export function decidePaper(
  state: PaperState,
  { accept, reason }: { accept: boolean; reason: string | null },
): Decision<'accepted' | 'refused', 'paper.nothing_to_decide' | 'paper.reason_missing'> {
  if (state !== 'received') return refused('paper.nothing_to_decide');
  if (!accept && !reason) return refused('paper.reason_missing');
  return accepted(accept ? 'accepted' : 'refused');
}

/** Days after it was asked, or refused, on which a company is told of a paper again (rule of the house). */
const askedRungs = [0, 7, 15, 30] as const;
/** Days before the end of a paper on which it is told: a month, a week, and once it is over. */
const endRungs = [expiringDays, 7, -1] as const;

export interface WantedFacts {
  state: PaperState;
  /** The day it was asked, or the day a piece was refused. */
  since: Day;
  validUntil: Day | null;
}

/**
 * Whether a letter about what is awaited is due: some paper reached a day of its ladder since the last letter. One letter says all that
 * is awaited, so that a company hears of ten papers once; a morning on which nothing ran is caught up by one letter, not three.
 */
export function letterDue(wanted: readonly WantedFacts[], lastLetterOn: Day | null, today: Day): boolean {
  const days = wanted.flatMap(({ state, since, validUntil }) => {
    if (state === 'asked' || state === 'late' || state === 'refused')
      return askedRungs.map((days) => addDays(since, days));
    const ends = (state === 'expiring' || state === 'expired') && validUntil !== null;
    return ends ? endRungs.map((days) => addDays(validUntil, -days)) : [];
  });
  return days.some((day) => day <= today && (lastLetterOn === null || day > lastLetterOn));
}
