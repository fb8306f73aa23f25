import { toSafeNumber } from '../shared/rational.ts';

export interface HireQuestion {
  /** What is left to do. */
  leftCentihours: number;
  /** Hours of a person a week. */
  weekCentihours: number;
  hourlyCostCents: number;
  /** One of the two is given, the other is told. */
  people?: number | undefined;
  weeks?: number | undefined;
}

export interface HirePlan {
  people: number;
  weeks: number;
  /** Hours that these people do in these weeks; at least what is left. */
  centihours: number;
  costCents: number;
}

/**
 * Hours left as hires: how many people for so many weeks, or how many weeks for so many people, whole and enough; and what those
 * hours cost. Null where the question says neither, or nought. Rule of the house.
 */
export function planHires({
  leftCentihours,
  weekCentihours,
  hourlyCostCents,
  people,
  weeks,
}: HireQuestion): HirePlan | null {
  if (!isCount(weekCentihours)) return null;
  const left = Math.max(0, leftCentihours);
  const enough = (by: number) =>
    toSafeNumber((BigInt(left) + BigInt(by) * BigInt(weekCentihours) - 1n) / (BigInt(by) * BigInt(weekCentihours)));
  const plan = isCount(people)
    ? { people, weeks: enough(people) }
    : isCount(weeks)
      ? { people: enough(weeks), weeks }
      : null;
  if (plan === null) return null;
  const centihours = plan.people * plan.weeks * weekCentihours;
  return {
    ...plan,
    centihours,
    costCents: toSafeNumber((BigInt(centihours) * BigInt(hourlyCostCents) + 50n) / 100n),
  };
}

function isCount(value: number | undefined): value is number {
  return value !== undefined && Number.isSafeInteger(value) && value > 0;
}
