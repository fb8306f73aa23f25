import type { ParticipantStatus } from '@jonction/domain/participant/participant';
import type { RecommendationStatus } from '@jonction/domain/participant/recommend';
import type { State } from '@jonction/ui/state';

/** The mark of each status: the same shapes in lists, on pages and in legends. */
export const statusState: Readonly<Record<ParticipantStatus, State>> = {
  available: 'validated',
  placed: 'toDecide',
  unavailable: 'waiting',
  left: 'rejected',
};

export const recommendationState: Readonly<Record<RecommendationStatus, State>> = {
  received: 'waiting',
  in_review: 'toDecide',
  accepted: 'validated',
  declined: 'rejected',
};

const outcomeStates: Readonly<Record<string, State>> = {
  proposed: 'unknown',
  sent: 'waiting',
  seen: 'waiting',
  interview: 'toDecide',
  hired: 'validated',
  refused: 'rejected',
  withdrawn: 'rejected',
  closed: 'unknown',
};

export function outcomeState(status: string): State {
  return outcomeStates[status] ?? 'unknown';
}

const outcomeSteps = ['proposed', 'sent', 'seen', 'interview', 'hired', 'refused', 'withdrawn', 'closed'] as const;
export type OutcomeStep = (typeof outcomeSteps)[number];

/** A status of the API as a word of the catalogue. */
export function outcomeStep(status: string): OutcomeStep {
  return outcomeSteps.find((step) => step === status) ?? 'closed';
}
