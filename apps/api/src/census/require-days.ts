import type { CensusSaying } from '@jonction/domain/census/change';
import { addMonths, type Day } from '@jonction/domain/shared/day';
import { Refuse } from '../refuse.ts';

/** An event may be announced up to a year ahead, as on the page of a contract; "nothing changed" is never of tomorrow. */
export function requireDays({ answer, on }: CensusSaying, today: Day): void {
  if (answer === 'no_change' && on > today) throw new Refuse('census.confirmed_in_future', {}, 'on');
  if (on > addMonths(today, 12)) throw new Refuse('contract.event_in_future', {}, 'on');
}
