/** Eligibility read a second time, with a calendar built day by day and no arithmetic on months but by hand. */
interface Question {
  day: string;
  birthDate?: string | null | undefined;
  categories: { code: string; freshMonths?: number | null; ageFrom?: number | null; ageUnder?: number | null }[];
  evidences: { category: string; issuedOn: string; validTo?: string | null }[];
}

const split = (day: string) => day.split('-').map(Number) as [number, number, number];
const lengths = (year: number) => [
  31,
  year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
  31,
  30,
  31,
  30,
  31,
  31,
  30,
  31,
  30,
  31,
];
const join = (year: number, month: number, dayOfMonth: number) =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;

/** One calendar month at a time, keeping the day of the month asked for. */
export function monthsLater(day: string, months: number): string {
  let [year, month] = split(day);
  const [, , wanted] = split(day);
  for (let step = 0; step < months; step++) {
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
  return join(year, month, Math.min(wanted, lengths(year)[month - 1] ?? 31));
}

export function dayBefore(day: string): string {
  const [year, month, dayOfMonth] = split(day);
  if (dayOfMonth > 1) return join(year, month, dayOfMonth - 1);
  if (month > 1) return join(year, month - 1, lengths(year)[month - 2] ?? 31);
  return join(year - 1, 12, 31);
}

/** Birthdays counted one by one; that of 29 February falls on 1 March of ordinary years. */
function yearsOld(birthDate: string, day: string): number {
  const [born, month, dayOfMonth] = split(birthDate);
  let age = -1;
  for (let year = born; year <= split(day)[0]; year++) {
    const leapless = month === 2 && dayOfMonth === 29 && lengths(year)[1] === 28;
    const birthday = leapless ? join(year, 3, 1) : join(year, month, dayOfMonth);
    if (birthday <= day) age += 1;
  }
  return age;
}

export function naiveEligibility({ day, birthDate, categories, evidences }: Question) {
  const proven: string[] = [];
  for (const { code, freshMonths, ageFrom, ageUnder } of categories) {
    const bound = typeof ageFrom === 'number' || typeof ageUnder === 'number';
    if (bound && !birthDate) continue;
    const age = bound && birthDate ? yearsOld(birthDate, day) : 0;
    if (typeof ageFrom === 'number' && age < ageFrom) continue;
    if (typeof ageUnder === 'number' && age >= ageUnder) continue;
    for (const { category, issuedOn, validTo } of evidences) {
      if (category !== code || day < issuedOn || proven.includes(code)) continue;
      if (validTo ? day <= validTo : typeof freshMonths !== 'number' || day <= monthsLater(issuedOn, freshMonths)) {
        proven.push(code);
      }
    }
  }
  return { eligible: proven.length > 0, categories: proven };
}

interface NaiveHire {
  id: string;
  kind: string;
  from: string;
  to?: string | null;
  contractEndsOn?: string | null;
  passValidTo?: string | null;
}

export function naiveWindows(hires: NaiveHire[], fixedTermMonths: number, permanentCapMonths: number) {
  const named = ['permanent', 'apprenticeship', 'professionalisation', 'iae'];
  const starts = hires.filter(({ kind }) => !named.includes(kind)).map(({ from }) => from);
  starts.sort();
  return hires.map(({ id, kind, from, to, contractEndsOn, passValidTo }) => {
    if (kind === 'permanent') {
      const ends = [dayBefore(monthsLater(from, permanentCapMonths))];
      if (contractEndsOn) ends.push(contractEndsOn);
      return { id, from, to: ends.sort()[0] };
    }
    if (kind === 'iae') return { id, from, to: passValidTo ?? null };
    if (named.includes(kind)) return { id, from, to: to ?? null };
    const first = starts[0] ?? from;
    return { id, from: first, to: dayBefore(monthsLater(first, fixedTermMonths)) };
  });
}
