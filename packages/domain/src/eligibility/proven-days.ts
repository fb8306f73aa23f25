import { addDays, type Day, earlier, later, partsOf } from '../shared/day.ts';
import { type AcceptedCategory, type Evidence, provenUntil } from './eligible-on-day.ts';

/** Days on which a category is proven, both included; `to` null for good. */
export interface ProvenDays {
  category: string;
  from: Day;
  to: Day | null;
}

/**
 * The days on which each category is proven: what `eligibleOnDay` would answer day after day, written as ranges. Ranges
 * of one category neither touch nor overlap; categories in the order given, then by day.
 */
export function provenDays(
  evidences: readonly Evidence[],
  categories: readonly AcceptedCategory[],
  birthDate: Day | null,
): ProvenDays[] {
  return categories.flatMap((category) => {
    const ages = daysOfAge(category, birthDate);
    if (ages === null) return [];
    const ranges = evidences
      .filter((evidence) => evidence.category === category.code)
      .map((evidence) => within({ from: evidence.issuedOn, to: provenUntil(evidence, category) }, ages))
      .filter(isSome);
    return joined(ranges).map((range) => ({ category: category.code, ...range }));
  });
}

/** What an outsider may know: whether something is proven on a day, and until when without a gap; null `to` is for good. */
export function provenAround(ranges: readonly { from: Day; to: Day | null }[], day: Day): { to: Day | null } | null {
  const around = joined(ranges).find(({ from, to }) => from <= day && (to === null || to >= day));
  return around ? { to: around.to } : null;
}

interface Range {
  from: Day;
  to: Day | null;
}

function daysOfAge({ ageFrom, ageUnder }: AcceptedCategory, birthDate: Day | null): Range | null {
  if (ageFrom == null && ageUnder == null) return { from: '0000-01-01', to: null };
  if (birthDate === null) return null;
  return {
    from: ageFrom == null ? '0000-01-01' : birthday(birthDate, ageFrom),
    to: ageUnder == null ? null : addDays(birthday(birthDate, ageUnder), -1),
  };
}

/** The day somebody turns an age; born on 29 February, on 1 March of ordinary years. */
function birthday(birthDate: Day, age: number): Day {
  const { year, month, dayOfMonth } = partsOf(birthDate);
  const text = `${String(year + age).padStart(4, '0')}-${birthDate.slice(5)}`;
  if (month !== 2 || dayOfMonth !== 29) return text;
  const isLeap = addDays(`${text.slice(0, 4)}-02-28`, 1).endsWith('-02-29');
  return isLeap ? text : `${text.slice(0, 4)}-03-01`;
}

function within(a: Range, b: Range): Range | null {
  const from = later(a.from, b.from);
  const to = a.to === null ? b.to : b.to === null ? a.to : earlier(a.to, b.to);
  return to !== null && to < from ? null : { from, to };
}

function isSome(range: Range | null): range is Range {
  return range !== null;
}

/** Ranges that overlap, or follow on from one day to the next, are one. */
function joined(ranges: readonly Range[]): Range[] {
  const sorted = [...ranges].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const result: Range[] = [];
  for (const range of sorted) {
    const last = result.at(-1);
    if (last && (last.to === null || range.from <= addDays(last.to, 1))) {
      last.to = last.to === null || range.to === null ? null : later(last.to, range.to);
    } else result.push({ from: range.from, to: range.to });
  }
  return result;
}
