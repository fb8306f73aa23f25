import { accepted, type Decision, refused } from '../shared/decision.ts';

/** Rules of the house: a code lives ten minutes and bears five tries; one a minute, five an hour, to an address. */
export const codeMinutes = 10;
export const codeTries = 5;
export const codesPerHour = 5;
export const codePauseSeconds = 60;

const minuteMs = 60_000;

export interface SentCode {
  sentAt: Date;
  /** How often a code was typed that is not this one. */
  tries: number;
  used: boolean;
}

/** Whether another code may leave now; `codes`: those that left, in any order. */
export function maySendCode(
  codes: readonly Pick<SentCode, 'sentAt'>[],
  now: Date,
): Decision<true, 'signature.code_too_soon' | 'signature.code_too_many'> {
  const ages = codes.map(({ sentAt }) => now.getTime() - sentAt.getTime()).filter((age) => age < 60 * minuteMs);
  const youngest = Math.min(...ages);
  if (youngest < codePauseSeconds * 1000) {
    return refused('signature.code_too_soon', { count: Math.max(1, Math.ceil(codePauseSeconds - youngest / 1000)) });
  }
  if (ages.length < codesPerHour) return accepted(true);
  return refused('signature.code_too_many', { count: Math.max(1, Math.ceil(60 - Math.max(...ages) / minuteMs)) });
}

export type CodeVerdict = { kind: 'right' } | { kind: 'wrong'; left: number } | { kind: 'over' };

/**
 * What becomes of a code that was typed against the last one that left. `over`: there is none, it is too old, was used, or bore its
 * five tries; the right code no longer counts then. `left`: tries that stay after this one.
 */
export function judgeCode(last: SentCode | null, matches: boolean, now: Date): CodeVerdict {
  if (last === null || last.used || last.tries >= codeTries) return { kind: 'over' };
  if (now.getTime() - last.sentAt.getTime() >= codeMinutes * minuteMs) return { kind: 'over' };
  return matches ? { kind: 'right' } : { kind: 'wrong', left: codeTries - last.tries - 1 };
}
