import { workingDaysSince } from '../reference/working-days.ts';
import { type Day, daysBetween } from '../shared/day.ts';
import type { PositioningStatus } from './lifecycle.ts';

/**
 * What silence brings, rung after rung, in working days since the CV left: a nudge, a last chance, then the end, which frees
 * the person (rule of the house). Letters go by mail; the end writes to the partner and into the team's tray.
 */
export const ladder = [
  { rung: 'nudge', workingDays: 4, channel: 'mail', letter: 'nudge' },
  { rung: 'last_chance', workingDays: 9, channel: 'mail', letter: 'last-chance' },
  { rung: 'close', workingDays: 14, channel: 'mail', letter: 'closed' },
] as const;
export type Rung = (typeof ladder)[number]['rung'];
export const reminderRungs = ['nudge', 'last_chance', 'manual'] as const;
export type ReminderRung = (typeof reminderRungs)[number];

/** Never two reminders to the same address within three days, whatever they are about (complaint heard everywhere). */
export const guardDays = 3;
/** Working days that a company keeps after its last chance has left. */
export const lastChanceDays = 3;

export interface Silence {
  status: PositioningStatus;
  sentOn: Day;
  pausedUntil: Day | null;
  /** What was already written about this positioning; `left`: the relay has taken the letter. */
  reminded: readonly { rung: ReminderRung; on: Day; left: boolean }[];
  /** The last reminder to the same address, about anything. */
  lastToAddressOn: Day | null;
  /** The last letter to this address came back. */
  addressIsDead: boolean;
}

export type NextRung =
  | { due: Rung }
  | { due: null; why: 'answered' | 'paused' | 'dead_address' | 'too_soon' | 'guard' | 'not_left' };

/**
 * What a night does with a CV without an answer. Nothing twice; nothing to an address whose letters come back; nobody is
 * closed for a silence to letters that never left.
 */
export function nextRung(silence: Silence, today: Day): NextRung {
  const wait = (why: Exclude<NextRung, { due: Rung }>['why']): NextRung => ({ due: null, why });
  if (silence.status !== 'sent' && silence.status !== 'seen') return wait('answered');
  if (silence.pausedUntil !== null && silence.pausedUntil > today) return wait('paused');
  if (silence.addressIsDead) return wait('dead_address');
  const done = (rung: ReminderRung) => silence.reminded.find((one) => one.rung === rung);
  const waited = workingDaysSince(silence.sentOn, today);
  const step = ladder.find(({ rung }) => rung === 'close' || !done(rung));
  if (!step || waited < step.workingDays) return wait('too_soon');
  if (step.rung !== 'close') {
    const last = silence.lastToAddressOn;
    if (last !== null && daysBetween(last, today) < guardDays) return wait('guard');
    // After a pause or a guard, the last chance comes no sooner after the nudge than it would have.
    const nudge = done('nudge');
    if (step.rung === 'last_chance' && nudge && workingDaysSince(nudge.on, today) < betweenRungs)
      return wait('too_soon');
    return { due: step.rung };
  }
  const last = done('last_chance');
  if (!last?.left) return wait('not_left');
  return workingDaysSince(last.on, today) < lastChanceDays ? wait('too_soon') : { due: 'close' };
}

const betweenRungs = 3;
