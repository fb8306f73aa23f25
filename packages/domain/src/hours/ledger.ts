import { type Day, dayFromNumber, daysInMonth, partsOf } from '../shared/day.ts';
import type { SettledLine } from './judge.ts';
import { type HourStatus, hourStatuses } from './outcome.ts';
import { type Portion, portionOf, type Stretch, stretchesOf } from './portion.ts';

/**
 * A portion as the ledger keeps it: within one month, so that a month can be closed and added up, and by one decision.
 * The hours of a reversal are negative.
 */
export interface LedgerPortion extends Portion {
  /** Who decided, and by which recorded decision; null where nobody had to. */
  decidedBy: string | null;
  decision: string | null;
}

/** What one transaction adds to the ledger; `reverses` names the entry that a reversal takes back. */
export interface LedgerPosting extends LedgerPortion {
  reverses: string | null;
}

/** A posting that is in the ledger: never updated, never deleted. */
export interface RecordedPosting extends LedgerPosting {
  id: string;
}

/** With the moment it was recorded, which is not the day worked. */
export interface LedgerEntry extends RecordedPosting {
  recordedAt: Date;
}

/** The portions of judged lines as the ledger keeps them. */
export function ledgerPortionsOf(lines: readonly SettledLine[]): LedgerPortion[] {
  const sameMonth = monthsOfDays();
  const mayJoin: Parameters<typeof stretchesOf>[1] = (stretch, hours) =>
    stretch.decision === hours.decision && sameMonth(stretch.firstDay, hours.day);
  return lines.flatMap(({ ruled, settled }) =>
    stretchesOf(settled, mayJoin).map((stretch) => ({ ...portionOf(ruled.line.id, stretch), ...authorOf(stretch) })),
  );
}

function authorOf({ decision }: Stretch): Pick<LedgerPortion, 'decidedBy' | 'decision'> {
  return { decidedBy: decision?.by ?? null, decision: decision?.id ?? null };
}

/** Whether two day numbers are of one month; the month last asked for is kept, since days come in order. */
function monthsOfDays(): (a: number, b: number) => boolean {
  let first = 1;
  let last = 0;
  return (a, b) => {
    if (a < first || a > last) {
      const { year, month, dayOfMonth } = partsOf(dayFromNumber(a));
      first = a - dayOfMonth + 1;
      last = first + daysInMonth(year, month) - 1;
    }
    return first <= b && b <= last;
  };
}

/**
 * What to write when lines are judged again (a policy, evidence, a decision, a correction): reversals of the
 * entries that no longer hold, then the portions that are new; nothing when the judgement is the same. `recorded`
 * is every entry of the lines concerned; a line that is no longer judged is reversed whole. Rule of the house.
 */
export function ledgerDelta({
  recorded,
  judged,
}: {
  recorded: readonly RecordedPosting[];
  judged: readonly LedgerPortion[];
}): LedgerPosting[] {
  const wanted = Map.groupBy(judged, ({ line }) => line);
  const reversals: LedgerPosting[] = [];
  for (const entry of standingEntries(recorded)) {
    const portions = wanted.get(entry.line);
    const same = portions?.findIndex((portion) => isSamePortion(portion, entry)) ?? -1;
    if (same >= 0) portions?.splice(same, 1);
    else reversals.push({ ...portionOnly(entry), centihours: -entry.centihours, reverses: entry.id });
  }
  const additions = [...wanted.values()].flat().map((portion) => ({ ...portionOnly(portion), reverses: null }));
  return [...reversals, ...additions];
}

/** The entries that still hold: neither reversed nor reversals. */
export function standingEntries<Entry extends RecordedPosting>(recorded: readonly Entry[]): Entry[] {
  const reversed = new Set(recorded.flatMap(({ reverses }) => (reverses === null ? [] : [reverses])));
  return recorded.filter(({ id, reverses }) => reverses === null && !reversed.has(id));
}

/** A month, `2020-03`. */
export type Month = string;

export interface BalanceQuestion {
  /** The months worked, both included. */
  fromMonth: Month;
  toMonth: Month;
  /** "As known on 1 May 2020" is the end of that day in Paris. */
  knownAt: Date;
}

/** Hundredths of an hour by status, of months worked, as the ledger stood at an instant. */
export function balanceOf(entries: readonly LedgerEntry[], question: BalanceQuestion): Record<HourStatus, number> {
  const { fromMonth, toMonth, knownAt } = question;
  return sumByStatus(
    entries.filter((entry) => {
      const month = monthOf(entry.from);
      return fromMonth <= month && month <= toMonth && entry.recordedAt.getTime() <= knownAt.getTime();
    }),
  );
}

/** The change of each status, and the hours that leave a status for another. */
export type HoursChange = Record<HourStatus, number> & { moved: number };

/**
 * What postings would change, line by line: the changes of a line sum to 0 unless it is new or corrected. `moved` are the hours
 * that leave a status for another.
 */
export function changesByLine(postings: readonly LedgerPosting[]): Map<string, HoursChange> {
  const changes = new Map<string, HoursChange>();
  for (const [line, ofLine] of Map.groupBy(postings, (posting) => posting.line)) {
    const change = sumByStatus(ofLine);
    const moved = hourStatuses.reduce((sum, status) => sum + Math.max(0, change[status]), 0);
    changes.set(line, { ...change, moved });
  }
  return changes;
}

/** What postings would change in all, shown before a policy is published or withdrawn. */
export function hoursMoved(postings: readonly LedgerPosting[]): HoursChange {
  const byLine = [...changesByLine(postings).values()];
  return { ...sumByStatus(postings), moved: byLine.reduce((sum, { moved }) => sum + moved, 0) };
}

function sumByStatus(postings: readonly LedgerPosting[]): Record<HourStatus, number> {
  const sums = { validated: 0, pending: 0, rejected: 0 };
  for (const { status, centihours } of postings) sums[status] += centihours;
  return sums;
}

function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

function portionOnly(portion: LedgerPortion): LedgerPortion {
  const { line, from, to, centihours, status, policy, rule, reason, decidedBy, decision } = portion;
  return { line, from, to, centihours, status, policy, rule, reason, decidedBy, decision };
}

/** Of the same line already: the fields that most often differ come first, for a year of entries asks this a million times. */
function isSamePortion(one: LedgerPortion, other: LedgerPortion): boolean {
  return (
    one.from === other.from &&
    one.status === other.status &&
    one.centihours === other.centihours &&
    one.rule === other.rule &&
    one.policy === other.policy &&
    one.reason === other.reason &&
    one.to === other.to &&
    one.decision === other.decision &&
    one.decidedBy === other.decidedBy
  );
}
