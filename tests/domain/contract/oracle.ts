import type { ContractFact } from '@jonction/domain/contract/event';

/** The events of a contract written a second time, by the letter: a table of texts and one loop. */
const table: Record<string, [from: string, to: string]> = {
  plan: ['none', 'planned'],
  study: ['planned, unsuccessful', 'study'],
  no_clause: ['study', 'no_clause'],
  tender: ['study', 'tender'],
  unsuccessful: ['tender', 'unsuccessful'],
  award: ['tender', 'awarded'],
  notify: ['none, awarded', 'notified'],
  start: ['notified', 'active'],
  stop: ['notified, active', 'stopped'],
  suspend: ['notified, active, stopped', 'suspended'],
  suspend_clause: ['notified, active, stopped', 'clause_suspended'],
  resume: ['stopped, suspended, clause_suspended', 'active'],
  extend: ['notified, active, stopped, suspended, clause_suspended', 'unchanged'],
  terminate: ['awarded, notified, active, stopped, suspended, clause_suspended', 'terminated'],
  complete: ['notified, active, stopped', 'completed'],
  settle: ['terminated, completed', 'settled'],
  archive: ['settled, no_clause, unsuccessful, planned, study', 'archived'],
};

export function oracleAllowed(status: string): string[] {
  return Object.keys(table)
    .filter((type) => table[type]?.[0].split(', ').includes(status))
    .sort();
}

export function oracleAfter(status: string, type: string): string | null {
  if (!oracleAllowed(status).includes(type)) return null;
  const to = table[type]?.[1] ?? '';
  return to === 'unchanged' ? status : to;
}

interface OracleFold {
  status: string;
  endsOn: string | null;
  refused: { event: number; allowed: string[] }[];
  /** The statuses in which accepted ends of the contract were found, with their day. */
  ends: { on: string; before: string }[];
}

function fold(events: readonly ContractFact[], asOf: string, knownOn: string): OracleFold {
  const remaining = events.map((event, index) => ({ event, index }));
  const state: OracleFold = { status: 'none', endsOn: null, refused: [], ends: [] };
  while (remaining.length > 0) {
    // Takes the first of what is left, by three questions asked in turn.
    let first = 0;
    remaining.forEach((one, place) => {
      const best = remaining[first];
      if (!best) return;
      const earlierEffect = one.event.on < best.event.on;
      const earlierRecord = one.event.on === best.event.on && one.event.recordedOn < best.event.recordedOn;
      if (earlierEffect || earlierRecord) first = place;
    });
    const [taken] = remaining.splice(first, 1);
    if (!taken || taken.event.on > asOf || taken.event.recordedOn > knownOn) continue;
    const after = oracleAfter(state.status, taken.event.type);
    if (after === null) {
      state.refused.push({ event: taken.index, allowed: oracleAllowed(state.status) });
      continue;
    }
    if (taken.event.type === 'terminate' || taken.event.type === 'complete') {
      state.ends.push({ on: taken.event.on, before: state.status });
    }
    if (taken.event.endsOn) state.endsOn = taken.event.endsOn;
    state.status = after;
  }
  return state;
}

export function oracleStatus(given: { events: readonly ContractFact[]; asOf: string; knownOn: string }) {
  const { status, endsOn, refused } = fold(given.events, given.asOf, given.knownOn);
  return { status, endsOn, refused };
}

export function oracleExpectsHours(
  events: readonly ContractFact[],
  day: string,
  kind: string,
  knownOn: string,
): boolean {
  const expectedIn = (status: string) =>
    status === 'notified' || status === 'active' || (status === 'stopped' && kind !== 'worked_on_site');
  const { status, ends } = fold(events, day, knownOn);
  return expectedIn(status) || ends.some((end) => end.on === day && expectedIn(end.before));
}
