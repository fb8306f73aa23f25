import type { Period } from '@jonction/domain/report/period';
import type { Day } from '@jonction/domain/shared/day';
import { type SQL, sql } from 'drizzle-orm';
import { recordedBy } from '../../hours/as-known.ts';

/** Days of Paris, both in; `knownAt`: only what was recorded by then, everything where none is given. */
export interface Within extends Period {
  knownAt?: Date;
}

/** The instants at which days of Paris begin and end. */
export const startOf = (day: Day): SQL => sql`(${day}::date::timestamp at time zone 'Europe/Paris')`;
export const endOf = (day: Day): SQL => sql`((${day}::date + 1)::timestamp at time zone 'Europe/Paris')`;
export const dayOf = (at: SQL): SQL => sql`(${at} at time zone 'Europe/Paris')::date`;

/** What happened at an instant of the period, and was known. */
export function during(at: SQL, { from, to, knownAt }: Within): SQL {
  return sql`${at} >= ${startOf(from)} and ${at} < ${endOf(to)} and ${recordedBy(at, knownAt)}`;
}
