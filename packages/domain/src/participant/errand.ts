import { z } from 'zod';
import { isWorkingDay, workingDaysSince } from '../reference/working-days.ts';
import { addDays, type Day } from '../shared/day.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';

/** What there is to tell somebody: a meeting and its eve, an offer and a reminder of it, a lead that is over. */
export const errandKinds = ['meeting', 'meeting_reminder', 'offer', 'offer_reminder', 'closed'] as const;
export type ErrandKind = (typeof errandKinds)[number];

/** How telling her ended: only these two end it; anything else is a try. */
export const tellingEnds = ['reached', 'sent'] as const;
export const tellingTries = ['voicemail', 'no_answer', 'wrong_number', 'postponed'] as const;
export const tellingOutcomes = [...tellingEnds, ...tellingTries] as const;
export type TellingOutcome = (typeof tellingOutcomes)[number];

/** Whether she has been told. A voice message is a try: nobody knows who heard it (rule of the house). */
export function isTold(outcome: TellingOutcome): boolean {
  return tellingEnds.some((end) => end === outcome);
}

export const settleErrandsSchema = z.object({
  participantId: z.uuid(),
  outcome: z.enum(tellingOutcomes),
  note: z.string().trim().max(2000).nullish(),
});

/**
 * Refuses an ending that its channel cannot have: a letter or a text is sent, a call reaches somebody or does not, and nothing is
 * left to say twice.
 */
export function settleErrands(
  waiting: number,
  channel: 'phone' | 'sms' | 'mail' | 'letter' | 'third',
  outcome: TellingOutcome,
): Decision<boolean, 'participant.errand_none' | 'participant.errand_not_so'> {
  if (waiting === 0) return refused('participant.errand_none');
  const written = channel === 'letter' || channel === 'sms' || channel === 'mail';
  // Whoever was to get a letter may be met, or call by herself.
  if (outcome === 'sent' && !written) return refused('participant.errand_not_so');
  if (channel === 'letter' && outcome !== 'sent' && outcome !== 'reached') return refused('participant.errand_not_so');
  return accepted(isTold(outcome));
}

/** An offer that she has not answered is said once more after so many working days (rule of the house). */
export const offerReminderAfterWorkingDays = 5;

/** Whether an offer asked about on a day, and not answered, is said once more today. */
export function remindsOfOffer(askedOn: Day, today: Day): boolean {
  return workingDaysSince(askedOn, today) >= offerReminderAfterWorkingDays;
}

/** The first working day after a day. */
export function nextWorkingDay(day: Day): Day {
  let next = addDays(day, 1);
  while (!isWorkingDay(next)) next = addDays(next, 1);
  return next;
}

/** Whether a meeting is said once more today: on the last working day before it, to somebody who was told before. */
export function remindsOfMeeting({ setOn, meetingOn }: { setOn: Day; meetingOn: Day }, today: Day): boolean {
  return setOn < today && meetingOn > today && meetingOn <= nextWorkingDay(today);
}

/** Working days that a letter takes to be posted and read. */
export const letterWorkingDays = 4;

/** Whether a letter would come too late for a meeting. */
export function isTooLateForLetter(meetingOn: Day, today: Day): boolean {
  return workingDaysSince(today, meetingOn) < letterWorkingDays;
}
