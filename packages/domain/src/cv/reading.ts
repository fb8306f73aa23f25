import { z } from 'zod';

const period = z.string().nullable();

/**
 * What a reader proposes from a file, each with the passage it comes from: for a person to confirm, never saved as read.
 * Codes of `occupations` are ROME v3.
 */
export const cvReadingSchema = z.object({
  text: z.string(),
  occupations: z.array(z.object({ rome: z.string(), label: z.string(), passage: z.string() })),
  skills: z.array(z.object({ label: z.string(), item: z.string().nullable() })),
  licences: z.array(z.string()),
  languages: z.array(z.object({ code: z.string(), level: z.string().nullable(), levelText: z.string().nullish() })),
  experience: z.array(z.object({ label: z.string(), from: period, to: period })),
  contact: z.object({
    name: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    postalCode: z.string().nullish(),
    city: z.string().nullish(),
  }),
  passages: z.object({
    skills: z.record(z.string(), z.string()),
    licences: z.record(z.string(), z.string()),
    languages: z.record(z.string(), z.string()),
    experience: z.array(z.string()),
  }),
});
export type CvReading = z.infer<typeof cvReadingSchema>;

/**
 * Whole months of a list of jobs, those that overlap counted once; a year alone counts from January to December, an open job
 * runs to the month of `today`. What has no beginning counts nothing.
 */
export function monthsOf(jobs: readonly { from: string | null; to: string | null }[], today: string): number {
  const now = monthIndex(today.slice(0, 7), 'first');
  const ranges = jobs
    .flatMap(({ from, to }) => {
      if (from === null) return [];
      const first = monthIndex(from, 'first');
      const last = to === null ? now : Math.min(now, monthIndex(to, 'last'));
      return last < first ? [] : [{ first, last }];
    })
    .sort((a, b) => a.first - b.first);
  let months = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const { first, last } of ranges) {
    if (last <= reached) continue;
    months += last - Math.max(first, reached + 1) + 1;
    reached = last;
  }
  return Math.min(720, months);
}

/** The two words of a name, as well as a line can tell: what is written in capitals is the last name, else the last word is. */
export function splitName(name: string): { firstName: string; lastName: string } {
  const words = name.trim().split(/\s+/);
  const capitals = words.filter(
    (word) => word.length > 1 && word === word.toLocaleUpperCase('fr') && /\p{L}/u.test(word),
  );
  if (capitals.length > 0 && capitals.length < words.length) {
    return { firstName: words.filter((word) => !capitals.includes(word)).join(' '), lastName: capitals.join(' ') };
  }
  const [first = '', ...rest] = words;
  return { firstName: first, lastName: rest.join(' ') };
}

function monthIndex(period: string, end: 'first' | 'last'): number {
  const [year = '', month] = period.split('-');
  return Number(year) * 12 + (month === undefined ? (end === 'first' ? 0 : 11) : Number(month) - 1);
}
