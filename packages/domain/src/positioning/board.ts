import { z } from 'zod';
import type { Day } from '../shared/day.ts';
import { openStatuses, type PositioningStatus, positioningStatuses } from './lifecycle.ts';
import { isSilent } from './stopwatch.ts';

/** The columns in which something is still to be done, in the order of the story. */
export const liveColumns = [...openStatuses, 'hired'] as const satisfies readonly PositioningStatus[];
/** Columns where nothing is expected any more: counted always, shown when asked for. */
export const endedColumns = ['refused', 'withdrawn', 'closed'] as const satisfies readonly PositioningStatus[];

/** A column shows so many cards at once; the others are asked for. */
export const cardsAtOnce = 20;

export const boardInput = z.object({
  offerId: z.uuid().nullable().default(null),
  employerId: z.uuid().nullable().default(null),
  /** The offer's occupation, or the first of the person where there was no offer. */
  romeCode: z
    .string()
    .regex(/^[A-Z]\d{4}$/)
    .nullable()
    .default(null),
  lateOnly: z.boolean().default(false),
  withEnded: z.boolean().default(false),
  /** The column whose page is asked for; the others show their first. */
  column: z.enum(positioningStatuses).nullable().default(null),
  page: z.number().int().min(1).max(100_000).default(1),
});
export type BoardInput = z.infer<typeof boardInput>;

/** What says whether a card waits too long. Days are those of Paris. */
export interface BoardCard {
  status: PositioningStatus;
  proposedOn: Day;
  sentOn: Day | null;
  answeredOn: Day | null;
  /** The day asked for or set for a meeting. */
  meetingOn: Day | null;
  pausedUntil: Day | null;
  /** A hire is written down: nothing is left to do here. */
  placed: boolean;
}

/**
 * Whether a card waits too long, by the clock of the home (rule of the house): five working days without a CV leaving, an
 * answer, a date, a hire written down; or a meeting whose day is past and of which nothing came. Reminders put off by
 * the team are no delay until their day.
 */
export function isLate(card: BoardCard, today: Day): boolean {
  const waits = (since: Day | null) => since !== null && isSilent(since, today);
  switch (card.status) {
    case 'proposed':
      return waits(card.proposedOn);
    case 'sent':
    case 'seen':
      return (card.pausedUntil === null || card.pausedUntil <= today) && waits(card.sentOn);
    case 'interview':
    case 'meeting_set':
      return card.meetingOn === null ? waits(card.answeredOn) : card.meetingOn < today;
    case 'hired':
      return !card.placed && waits(card.answeredOn);
    default:
      return false;
  }
}
