import type { RecommendationStatus } from '@jonction/domain/participant/recommend';
import type { ParticipantStatus } from '@jonction/domain/participant/status';
import { positioningStatuses } from '@jonction/domain/positioning/lifecycle';
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
  meeting_set: 'waiting',
  to_pass: 'waiting',
  hired: 'validated',
  refused: 'rejected',
  withdrawn: 'rejected',
  closed: 'unknown',
};

export function outcomeState(status: string): State {
  return outcomeStates[status] ?? 'unknown';
}

const outcomeSteps = [...positioningStatuses, 'to_pass'] as const;
export type OutcomeStep = (typeof outcomeSteps)[number];

/** A status of the API as a word of the catalogue. `toPass`: no mail carried the CV, so it is not called sent. */
export function outcomeStep(status: string, toPass = false): OutcomeStep {
  if (toPass) return 'to_pass';
  return outcomeSteps.find((step) => step === status) ?? 'closed';
}
