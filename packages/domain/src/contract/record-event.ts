import { accepted, type Decision, refused } from '../shared/decision.ts';
import type { ContractEvent, ContractFact } from './event.ts';
import { foldStatus } from './status.ts';

export type RecordEventRefusalCode = 'contract.event_not_allowed';

/**
 * Whether an event may join those of a contract: at its place in the fold it must be allowed. Events recorded
 * earlier that it turns away (a suspension learnt late, before a completion) stay recorded: the status page
 * shows them as skipped. Rule of the house.
 */
export function recordEvent({
  events,
  event,
}: {
  events: readonly ContractFact[];
  event: ContractEvent;
}): Decision<ContractEvent, RecordEventRefusalCode> {
  const { refused: skipped } = foldStatus({ events: [...events, event], asOf: event.on, knownOn: event.recordedOn });
  const own = skipped.find((one) => one.event === events.length);
  if (!own) return accepted(event);
  const { status } = foldStatus({ events, asOf: event.on, knownOn: event.recordedOn });
  return refused('contract.event_not_allowed', { type: event.type, status, allowed: own.allowed.join(', ') });
}
