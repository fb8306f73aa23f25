import { type Day, daysBetween } from '@jonction/domain/shared/day';

/** The field asks buyers quarterly: within a quarter a word is fresh, within two it fades, beyond it nobody knows. */
const quarterDays = 92;

export type Freshness = 'fresh' | 'ageing' | 'stale';

/** How fresh what is known of a contract is on a day; what nobody ever said is stale. */
export function freshnessOf(row: { saidOn: Day | null; unknownSince: Day | null }, day: Day): Freshness {
  if (row.unknownSince !== null || row.saidOn === null) return 'stale';
  return daysBetween(row.saidOn, day) <= quarterDays ? 'fresh' : 'ageing';
}
