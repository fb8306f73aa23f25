import { type Day, dayFromNumber } from '../shared/day.ts';
import type { HoursDecision } from './decision.ts';
import type { HourReason, HourStatus, Outcome } from './outcome.ts';
import type { SettledHours } from './settle.ts';

/** Days of a line that follow on and came to the same end. */
export interface Portion {
  line: string;
  from: Day;
  to: Day;
  centihours: number;
  status: HourStatus;
  policy: string | null;
  rule: string | null;
  reason: HourReason | null;
}

/** Days that follow on, as numbers, with what they share; `decision` is that of the first hours. */
export interface Stretch {
  outcome: Outcome;
  decision: HoursDecision | null;
  firstDay: number;
  lastDay: number;
  centihours: number;
  lastIndex: number;
}

/**
 * Groups the hours of a line by what they share. Days follow on when no other day on which the line lays hours
 * stands between them; another outcome on the same day (an hour over the cap, the part refused) breaks none.
 */
export function stretchesOf(
  settled: readonly SettledHours[],
  mayJoin: (stretch: Stretch, hours: SettledHours) => boolean = () => true,
): Stretch[] {
  const stretches: Stretch[] = [];
  let firstOpen = 0;
  for (const hours of settled) {
    // Stretches open in order of their first day: those that can still grow are among the last few.
    while (isOver(stretches[firstOpen], hours)) firstOpen++;
    let grows: Stretch | undefined;
    for (let place = firstOpen; place < stretches.length && !grows; place++) {
      const stretch = stretches[place];
      if (stretch && stretch.outcome === hours.outcome && !isOver(stretch, hours) && mayJoin(stretch, hours)) {
        grows = stretch;
      }
    }
    if (grows) {
      grows.lastDay = hours.lastDay;
      grows.lastIndex = hours.lastIndex;
      grows.centihours += hours.centihours;
    } else {
      const { outcome, decision, day, lastDay, lastIndex, centihours } = hours;
      stretches.push({ outcome, decision, firstDay: day, lastDay, centihours, lastIndex });
    }
  }
  return stretches;
}

function isOver(stretch: Stretch | undefined, next: SettledHours): boolean {
  return stretch !== undefined && stretch.lastIndex < next.index - 1;
}

export function portionOf(line: string, { outcome, firstDay, lastDay, centihours }: Stretch): Portion {
  return { line, from: dayFromNumber(firstDay), to: dayFromNumber(lastDay), centihours, ...outcome };
}
