import type { Day } from '../shared/day.ts';
import { type ContractEventType, type ContractStatus, contractEventTypes, statusAfter } from './lifecycle.ts';

/**
 * The shortest life that leads to a status from nothing: a list from elsewhere says where a contract stands, not how it came there.
 * Empty for `none`, and for nothing else: every status is reached. Rule of the house.
 */
export function lifeTowards(status: ContractStatus): readonly ContractEventType[] {
  return lives.get(status) ?? [];
}

const lives: ReadonlyMap<ContractStatus, readonly ContractEventType[]> = livesFrom('none');

function livesFrom(start: ContractStatus): Map<ContractStatus, readonly ContractEventType[]> {
  const reached = new Map<ContractStatus, readonly ContractEventType[]>([[start, []]]);
  for (const [from, life] of reached) {
    for (const type of contractEventTypes) {
      const to = statusAfter(from, type);
      // A map is walked in the order of its entries, those added on the way included: the shortest life comes first.
      if (to !== null && !reached.has(to)) reached.set(to, [...life, type]);
    }
  }
  return reached;
}

/** What a list says of the life of a contract. */
export interface ListedLife {
  status: ContractStatus | null;
  notifiedOn: Day | null;
  endsOn: Day | null;
}

export interface ListedEvent {
  type: ContractEventType;
  on: Day;
  endsOn: Day | null;
}

/** Events that began it all: of the day of notification. What came later is of the day of the list, but an end reached. */
const beginnings: readonly ContractEventType[] = ['notify', 'start', 'plan', 'study', 'tender', 'award'];

/**
 * The events that make a contract stand as a list says. Without a status, a day of notification says that it is notified; without both
 * nothing is known. Days are the list's where it has them, else today; none is after today but those that the list gives. An end is
 * set by the first event. Rule of the house.
 */
export function listedEvents({ status, notifiedOn, endsOn }: ListedLife, today: Day): ListedEvent[] {
  const wanted = status ?? (notifiedOn === null ? 'none' : 'notified');
  const from = notifiedOn ?? earliest(endsOn, today);
  return lifeTowards(wanted).map((type, index) => ({
    type,
    on: latest(from, beginnings.includes(type) ? from : type === 'complete' ? earliest(endsOn, today) : today),
    endsOn: index === 0 ? endsOn : null,
  }));
}

function earliest(day: Day | null, today: Day): Day {
  return day !== null && day < today ? day : today;
}

function latest(a: Day, b: Day): Day {
  return a > b ? a : b;
}
