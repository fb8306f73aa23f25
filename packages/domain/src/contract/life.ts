import type { Day } from '../shared/day.ts';
import type { ContractFact } from './event.ts';
import { allowedEvents, type ContractEventType, type ContractStatus } from './lifecycle.ts';
import { stepsOf } from './status.ts';

/** What one event did, in the life of the contract or, for an event of one lot, in that of the lot. */
export interface LifeStep {
  /** Index in the list as given. */
  index: number;
  accepted: boolean;
  after: ContractStatus;
  /** What would have been possible there; for an event that was turned away. */
  allowed: readonly ContractEventType[];
}

/**
 * Every event known on a day, in the order of the fold, with what it did. An event of a lot is judged among those of the
 * contract and of that lot; the contract as a whole never hears of it.
 */
export function lifeOf(events: readonly (ContractFact & { lotId: string | null })[], knownOn: Day): LifeStep[] {
  const steps: (LifeStep & { on: Day; recordedOn: Day })[] = [];
  for (const lotId of new Set([null, ...events.map((event) => event.lotId)])) {
    const heard = events.flatMap((event, index) =>
      event.lotId === null || event.lotId === lotId ? [{ ...event, index }] : [],
    );
    for (const step of stepsOf(heard, knownOn)) {
      const event = heard[step.index];
      if (!event || event.lotId !== lotId) continue;
      const allowed = step.accepted ? [] : allowedEvents(step.before);
      const { on, recordedOn, index } = event;
      steps.push({ index, on, recordedOn, accepted: step.accepted, after: step.after, allowed });
    }
  }
  return steps
    .sort((a, b) => compare(a.on, b.on) || compare(a.recordedOn, b.recordedOn) || a.index - b.index)
    .map(({ index, accepted, after, allowed }) => ({ index, accepted, after, allowed }));
}

function compare(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
