import { z } from 'zod';
import { tooSoonToWrite } from '../contact/letter-guard.ts';
import { isWorkingDay, openDayFrom } from '../reference/working-days.ts';
import { addDays, addMonths, type Day } from '../shared/day.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';

/** `2026-03`. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'hours.month_missing' });
/** `2026-T1`: the first quarter of 2026. */
export const quarterSchema = z.string().regex(/^\d{4}-T[1-4]$/, { error: 'hours.quarter_missing' });

export const reminderKinds = ['month', 'quarter'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** The days of a month on which a company hears that the month before is missing (rule of the house). */
const monthRungs = [1, 5, 15] as const;
/** Days after the end of a quarter on which it hears that its answer is missing: on the day, a week and a fortnight later. */
const quarterRungs = [0, 7, 15] as const;
/** Days after the last letter of a quarter from which the facts for a penalty are put together. Nothing leaves by itself. */
const fileAfterDays = 15;
/** A link declares its month until the next letters but one would have come. */
export const declareLinkDays = 45;
/** Months looked back for what is missing: older ones are settled by talking, not by letters. */
export const lateMonths = 12;

export const firstDayOf = (month: string): Day => `${month}-01`;

/** The first and the last day of a quarter: campaigns are on 31 March, 30 June, 30 September, 31 December. */
export function quarterDays(quarter: string): { from: Day; to: Day } {
  const from = `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3 - 2).padStart(2, '0')}-01`;
  return { from, to: addDays(addMonths(from, 3), -1) };
}

/** The quarter that a day is in. */
export function quarterOf(day: Day): string {
  return `${day.slice(0, 4)}-T${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** Quarters that have ended by a day, the last first. */
export function endedQuarters(today: Day, count: number): string[] {
  const current = quarterDays(quarterOf(today));
  const last = current.to <= today ? current.from : addMonths(current.from, -3);
  return Array.from({ length: count }, (_, at) => quarterOf(addMonths(last, -3 * at)));
}

/** The days on which the letters about a period leave, the first to the last. `period`: its first day. */
export function reminderDays(kind: ReminderKind, period: Day): Day[] {
  if (kind === 'month') {
    const after = addMonths(period, 1);
    return monthRungs.map((day) => openDayFrom(addDays(after, day - 1)));
  }
  const end = addDays(addMonths(period, 3), -1);
  return quarterRungs.map((days) => openDayFrom(addDays(end, days)));
}

/**
 * The rung of the ladder that a period has reached on a day, 0 before the first. A morning on which nothing ran is caught up the
 * next, by the rung reached and no other: one letter, not three.
 */
export function rungOn(kind: ReminderKind, period: Day, today: Day): number {
  return reminderDays(kind, period).filter((day) => day <= today).length;
}

export interface ReminderFacts {
  kind: ReminderKind;
  /** The first day of the month or of the quarter. */
  period: Day;
  /** Where to write; null when nobody is known, or those known are gone. */
  address: string | null;
  /** The highest rung sent, 0 for none; letters by hand climb nothing. */
  sentRung: number;
  /** The day of the last letter of that sort to that address, of any team. */
  lastToAddressOn: Day | null;
}

/** Whether a company may be written to about a period today, by hand. */
export function mayRemind(
  facts: Pick<ReminderFacts, 'address' | 'lastToAddressOn'>,
  today: Day,
): Decision<string, 'hours.remind_no_address' | 'hours.remind_guard'> {
  if (facts.address === null) return refused('hours.remind_no_address');
  if (facts.lastToAddressOn !== null && tooSoonToWrite(facts.lastToAddressOn, today)) {
    return refused('hours.remind_guard', { day: facts.lastToAddressOn });
  }
  return accepted(facts.address);
}

/** The rung to write for this morning; null when there is none, or nothing may leave. */
export function rungToSend(facts: ReminderFacts, today: Day): number | null {
  const rung = rungOn(facts.kind, facts.period, today);
  if (rung === 0 || rung <= facts.sentRung || !isWorkingDay(today)) return null;
  return mayRemind(facts, today).ok ? rung : null;
}

/** The day from which the facts for a penalty of a quarter that nobody answered may be put together, by a person. */
export function penaltyFileFrom(quarter: string): Day {
  const days = reminderDays('quarter', quarterDays(quarter).from);
  return addDays(days.at(-1) ?? quarterDays(quarter).to, fileAfterDays);
}

export type CampaignState = 'answered' | 'not_open' | 'waiting' | 'reminded' | 'file_ready';

/** Where a company stands in the campaign of a quarter. */
export function campaignState(
  { answered, letters }: { answered: boolean; letters: number },
  quarter: string,
  today: Day,
): CampaignState {
  if (answered) return 'answered';
  if (today < quarterDays(quarter).to) return 'not_open';
  // A company that nobody wrote to is owed a letter first.
  if (letters === 0) return 'waiting';
  return today >= penaltyFileFrom(quarter) ? 'file_ready' : 'reminded';
}

/** A company answers for a quarter that has ended, once nothing of it is missing. */
export function answerQuarter(
  { missing }: { missing: number },
  quarter: string,
  today: Day,
): Decision<true, 'hours.quarter_not_ended' | 'hours.quarter_incomplete'> {
  const { to } = quarterDays(quarter);
  if (today < to) return refused('hours.quarter_not_ended', { day: to });
  return missing > 0 ? refused('hours.quarter_incomplete', { count: missing }) : accepted(true);
}
