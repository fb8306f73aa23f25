import { z } from 'zod';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import { hasFourDigits } from './link.ts';

/**
 * The second check of a person's page: something she knows and whoever found the link may not. The day and month of her birth;
 * the last four digits of her telephone where no birth date is on file (rule of the house).
 */
export const askedFacts = ['birth', 'phone'] as const;
export type AskedFact = (typeof askedFacts)[number];

/**
 * Seconds to wait after the first, second... wrong answer; after one more the link is locked and the team told. Five answers
 * out of 366 days, or out of 10 000 numbers, are few enough (rule of the house).
 */
export const pausesSeconds = [5, 30, 120, 600] as const;
export const mostFailures = pausesSeconds.length + 1;

/** What is asked. With nothing on file the question is the usual one, which no answer fits: nothing tells that there is none. */
export function askedOf(onFile: { hasBirth: boolean; hasPhone: boolean }): AskedFact {
  return onFile.hasBirth || !onFile.hasPhone ? 'birth' : 'phone';
}

/** The right answer, `DDMM` or four digits; null when nothing is on file. */
export function expectedAnswer(onFile: { birthDate: string | null; phone: string | null }): string | null {
  if (onFile.birthDate !== null) {
    const [, month = '', day = ''] = onFile.birthDate.split('-');
    return day + month;
  }
  return hasFourDigits(onFile.phone) ? (onFile.phone ?? '').replaceAll(/\D/g, '').slice(-4) : null;
}

/** As people type it: a day and a month apart, or four digits with whatever is between them. */
export const typedAnswerSchema = z.object({
  day: z.string().trim().max(10).default(''),
  month: z.string().trim().max(10).default(''),
  digits: z.string().trim().max(20).default(''),
});
export type TypedAnswer = z.infer<typeof typedAnswerSchema>;

/** The four digits that were typed, or null when they cannot be an answer: such a slip is not counted as a try. */
export function readAnswer({ day, month, digits }: TypedAnswer): string | null {
  if (day !== '' || month !== '') {
    const [dayNumber, monthNumber] = [wholeUpTo(day, 31), wholeUpTo(month, 12)];
    return dayNumber === null || monthNumber === null ? null : dayNumber + monthNumber;
  }
  const four = digits.replaceAll(/[\s.\-\u00a0\u202f]/g, '');
  return /^\d{4}$/.test(four) ? four : null;
}

function wholeUpTo(text: string, most: number): string | null {
  if (!/^\d{1,2}$/.test(text)) return null;
  const number = Number(text);
  return number >= 1 && number <= most ? String(number).padStart(2, '0') : null;
}

export interface Tries {
  /** Wrong answers since the last right one. */
  failures: number;
  lastFailedAt: Date | null;
  lockedAt: Date | null;
}

/** The instant from which the next answer is read; null when it is read now. */
export function pausedUntil({ failures, lastFailedAt }: Tries, now: Date): Date | null {
  if (failures === 0 || lastFailedAt === null) return null;
  const pause = pausesSeconds[Math.min(failures, pausesSeconds.length) - 1] ?? 0;
  const until = new Date(lastFailedAt.getTime() + pause * 1000);
  return until > now ? until : null;
}

/** Refuses a try on a locked link, and one that comes before the pause is over (`seconds` left, rounded up). */
export function mayTry(
  tries: Tries,
  now: Date,
): Decision<'may', 'participant.page_locked' | 'participant.page_paused'> {
  if (tries.lockedAt !== null) return refused('participant.page_locked');
  const until = pausedUntil(tries, now);
  if (until === null) return accepted('may');
  return refused('participant.page_paused', { seconds: Math.ceil((until.getTime() - now.getTime()) / 1000) });
}

/** What one more wrong answer does: how many are left, how long to wait, or the lock. */
export function afterFailure(failuresBefore: number): { locks: boolean; left: number; pauseSeconds: number } {
  const failures = failuresBefore + 1;
  const locks = failures >= mostFailures;
  return {
    locks,
    left: Math.max(0, mostFailures - failures),
    pauseSeconds: locks ? 0 : (pausesSeconds[failures - 1] ?? 0),
  };
}
