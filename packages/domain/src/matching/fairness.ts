import type { Day } from '../shared/day.ts';

/** Ages as a report counts them, completed years on the day of the report; a birth date may be unknown. */
export const ageBands = ['under26', 'from26to49', 'from50', 'unknown'] as const;
export type AgeBand = (typeof ageBands)[number];

export function ageBandOf(birthDate: Day | null, on: Day): AgeBand {
  if (birthDate === null) return 'unknown';
  const hadBirthday = on.slice(5) >= birthDate.slice(5);
  const age = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (hadBirthday ? 0 : 1);
  if (age < 26) return 'under26';
  return age < 50 ? 'from26to49' : 'from50';
}

/** Somebody of the bank as the report counts her, and how far she came in the period. Never an input of a ranking. */
export interface Counted {
  group: string;
  proposed: boolean;
  interviewed: boolean;
  hired: boolean;
}

export const stages = ['people', 'proposed', 'interviewed', 'hired'] as const;
export type Stage = (typeof stages)[number];

/** One line: counts, null where nothing may be published; a share of the people in basis points, null where either is. */
export interface FairnessRow {
  group: string;
  counts: Record<Stage, number | null>;
  ratesBps: Record<Exclude<Stage, 'people'>, number | null>;
}

export interface FairnessTable {
  rows: FairnessRow[];
  total: FairnessRow;
}

/** A cell of fewer people than this is not published (statistical secrecy as INSEE and DARES apply it to people: 5). */
export const leastPublished = 5;

/**
 * Counts and rates by group, every cell below five hidden, and others with it so that no subtraction gives it back. `groups`: all
 * of them, in their order, those without anybody included.
 */
export function fairnessTable(people: readonly Counted[], groups: readonly string[]): FairnessTable {
  const counted = new Map(groups.map((group) => [group, { people: 0, proposed: 0, interviewed: 0, hired: 0 }]));
  for (const { group, proposed, interviewed, hired } of people) {
    const row = counted.get(group);
    if (!row) throw new RangeError(`a group that the report does not know: ${group}`);
    row.people += 1;
    row.proposed += Number(proposed);
    row.interviewed += Number(interviewed);
    row.hired += Number(hired);
  }
  const published = Object.fromEntries(
    stages.map((stage) => [stage, hideSmall(groups.map((group) => counted.get(group)?.[stage] ?? 0))]),
  ) as Record<Stage, Published>;
  const rowOf = (group: string, read: (stage: Stage) => number | null): FairnessRow => {
    const counts = { people: 0, proposed: 0, interviewed: 0, hired: 0 } as Record<Stage, number | null>;
    for (const stage of stages) counts[stage] = read(stage);
    const rate = (stage: Stage) => rateBps(counts[stage], counts.people);
    return {
      group,
      counts,
      ratesBps: { proposed: rate('proposed'), interviewed: rate('interviewed'), hired: rate('hired') },
    };
  };
  return {
    rows: groups.map((group, index) => rowOf(group, (stage) => published[stage].cells[index] ?? null)),
    total: rowOf('total', (stage) => published[stage].total),
  };
}

export interface Published {
  cells: (number | null)[];
  total: number | null;
}

/**
 * Hides every count below `leastPublished` (0 included), then, while the hidden ones could be told from the total, the smallest of
 * those left: at least two are hidden together, and together they are worth at least twice five, so that their sum says of
 * none of them whether it is small. Where that cannot be, the total is hidden too.
 */
export function hideSmall(counts: readonly number[]): Published {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const hidden = new Set([...counts.keys()].filter((at) => (counts[at] ?? 0) < leastPublished));
  const sumHidden = () => [...hidden].reduce((sum, at) => sum + (counts[at] ?? 0), 0);
  const isSafe = () => hidden.size === 0 || (hidden.size > 1 && sumHidden() >= 2 * leastPublished);
  while (!isSafe() && hidden.size < counts.length) {
    const left = [...counts.keys()].filter((at) => !hidden.has(at));
    hidden.add(left.reduce((least, at) => ((counts[at] ?? 0) < (counts[least] ?? 0) ? at : least)));
  }
  const cells = counts.map((count, at) => (hidden.has(at) ? null : count));
  // Some cells shown beside a total that gives the hidden ones away: everything is hidden by then but the total.
  return { cells, total: total < leastPublished || (!isSafe() && total < 2 * leastPublished) ? null : total };
}

function rateBps(count: number | null, people: number | null): number | null {
  return count === null || people === null || people === 0 ? null : Math.floor((10_000 * count) / people);
}
