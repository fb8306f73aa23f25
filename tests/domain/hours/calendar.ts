/** A calendar written a second time, on text days and JavaScript dates: nothing in it comes from the product. */
export function dayAfter(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** 1 = Monday ... 7 = Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

export function daysFromTo(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = dayAfter(day, 1)) days.push(day);
  return days;
}

/** Easter Sunday by the golden number and the epact (Gregorian tables), not by the formula of Meeus. */
export function easterOf(year: number): string {
  const golden = (year % 19) + 1;
  const century = Math.floor(year / 100) + 1;
  const solar = Math.floor((3 * century) / 4) - 12;
  const lunar = Math.floor((8 * century + 5) / 25) - 5;
  const sunday = Math.floor((5 * year) / 4) - solar - 10;
  let epact = (((11 * golden + 20 + lunar - solar) % 30) + 30) % 30;
  if ((epact === 25 && golden > 11) || epact === 24) epact += 1;
  let fullMoon = 44 - epact;
  if (fullMoon < 21) fullMoon += 30;
  const march = fullMoon + 7 - ((sunday + fullMoon) % 7);
  return dayAfter(`${year}-03-01`, march - 1);
}

/** The eleven public holidays of metropolitan France. */
export function holidaysOf(year: number): Set<string> {
  const easter = easterOf(year);
  const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'].map((end) => `${year}-${end}`);
  return new Set([...fixed, dayAfter(easter, 1), dayAfter(easter, 39), dayAfter(easter, 50)]);
}

const known = new Map<number, Set<string>>();

export function isWorkingDay(day: string): boolean {
  const year = Number(day.slice(0, 4));
  const holidays = known.get(year) ?? holidaysOf(year);
  known.set(year, holidays);
  return weekdayOf(day) <= 5 && !holidays.has(day);
}

/** Hundredths of an hour by day, dealt one at a time, round after round, from the earliest day. */
export function dealtOut(line: { from: string; to: string; centihours: number }): Map<string, number> {
  const every = daysFromTo(line.from, line.to);
  const working = every.filter(isWorkingDay);
  const days = working.length > 0 ? working : every;
  const shares = new Map<string, number>();
  for (let dealt = 0; dealt < line.centihours; dealt++) {
    const day = days[dealt % days.length] ?? '';
    shares.set(day, (shares.get(day) ?? 0) + 1);
  }
  return shares;
}
