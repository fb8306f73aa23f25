import { weekdayOfNumber } from '../shared/day.ts';
import { centihoursOn } from './lay-out.ts';
import type { RuledLine } from './ruled-line.ts';

/** Hours of a day of a line under a rule with a cap. */
interface CappedDay {
  line: number;
  index: number;
  day: number;
}

/**
 * How many of the hours of a day of a line are within the weekly cap of its rule: all of them where this is empty.
 * By line, then by index of the day.
 */
export type WithinCaps = ReadonlyMap<number, ReadonlyMap<number, number>>;

/**
 * Caps count a rule id (whatever the policy) and an ISO week of one placement: the earliest day first, then the order of
 * the lines. Hours within the cap use it up whatever becomes of them; those of a rule without a cap, or of a
 * rule that rejects, use up nothing. Rule of the house: the field report gives no way to count.
 */
export function withinWeeklyCaps(lines: readonly RuledLine[]): WithinCaps {
  const within = new Map<number, Map<number, number>>();
  const used = new Map<string, Map<number, number>>();
  for (const { line, index, day } of cappedDaysOf(lines)) {
    const ruled = lines[line];
    const rule = ruled?.verdicts[index];
    if (!ruled || !rule || typeof rule === 'string' || rule.weeklyCap === null) continue;
    const usedByWeek = used.get(rule.id) ?? new Map<number, number>();
    used.set(rule.id, usedByWeek);
    const monday = day - weekdayOfNumber(day) + 1;
    const usedBefore = usedByWeek.get(monday) ?? 0;
    const allowed = Math.min(centihoursOn(ruled.layout, index), Math.max(0, rule.weeklyCap - usedBefore));
    usedByWeek.set(monday, usedBefore + allowed);
    const ofLine = within.get(line) ?? new Map<number, number>();
    within.set(line, ofLine);
    ofLine.set(index, allowed);
  }
  return within;
}

function cappedDaysOf(lines: readonly RuledLine[]): CappedDay[] {
  const capped: CappedDay[] = [];
  lines.forEach(({ layout, rules, verdicts }, line) => {
    if (!rules.some((rule) => rule.weeklyCap !== null)) return;
    layout.days.forEach((day, index) => {
      const verdict = verdicts[index];
      if (!verdict || typeof verdict === 'string') return;
      if (verdict.weeklyCap !== null && verdict.decides !== 'reject') capped.push({ line, index, day });
    });
  });
  return capped.sort((a, b) => a.day - b.day || a.line - b.line);
}
