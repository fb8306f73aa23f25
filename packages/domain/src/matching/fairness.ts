import type { Day } from '../shared/day.ts';
import { hideAcross, type Published } from './secrecy.ts';

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

/**
 * Counts and rates by group, every cell below five hidden, and others with it so that neither a subtraction nor another column gives it back. `groups`: all
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
  const columns = hideAcross(stages.map((stage) => groups.map((group) => counted.get(group)?.[stage] ?? 0)));
  const published = Object.fromEntries(stages.map((stage, at) => [stage, columns[at]])) as Record<Stage, Published>;
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

function rateBps(count: number | null, people: number | null): number | null {
  return count === null || people === null || people === 0 ? null : Math.floor((10_000 * count) / people);
}
