import { z } from 'zod';

/**
 * What a company reads before it opens a CV: what the person can do and when. No name, no way to reach her, no date that tells her
 * age, no address, no photograph; jobs held are lengths and not years (rule of the house; Défenseur des droits, anonymous CVs).
 */
export const anonymousCardSchema = z.object({
  title: z.string(),
  occupations: z.array(z.object({ code: z.string(), label: z.string(), months: z.number().int() })),
  /** `months` null: the source does not say. */
  experience: z.array(z.object({ label: z.string(), months: z.number().int().nullable() })),
  skills: z.array(z.string()),
  licences: z.array(z.string()),
  languages: z.array(z.object({ code: z.string(), level: z.string().nullable() })),
  city: z.string().nullable(),
  availableFrom: z.string().nullable(),
  weeklyHoursMin: z.number().nullable(),
  weeklyHoursMax: z.number().nullable(),
});
export type AnonymousCard = z.infer<typeof anonymousCardSchema>;

/** A card as it was frozen for a company, whoever it is of. */
interface NamedCard extends Omit<AnonymousCard, 'experience'> {
  firstName: string;
  lastName: string;
  phone: string | null;
  email: string | null;
  experience: readonly { label: string; from: string | null; to: string | null }[];
}

const hidden = '…';

/** Words of people that say who they are, whoever typed them: addresses, numbers to call, ages and dates of birth, streets. */
const telling: readonly RegExp[] = [
  /[\p{L}\d._%+-]+@[\p{L}\d.-]+/gu,
  /(?:https?:\/\/|www\.)\S+/giu,
  /(?:\+|00)?\d(?:[\s.\-\u00a0\u202f]?\d){8,13}/gu,
  /\b\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}\b/gu,
  /(?<!\p{L})n[ée]+e?(?:\(e\))?\s+(?:le|en|à)\b[^,;.)]*/giu,
  /(?<!\p{L})âgée?\s+de\s+\d{1,2}\s+ans|\b\d{2}\s+ans\b/giu,
  /\b\d{1,4}(?:\s?(?:bis|ter))?,?\s+(?:rue|avenue|boulevard|bd|allée|impasse|chemin|place|quai|route|square|cours|passage)\b[^,;.)]*/giu,
];

/** The card without whatever says who it is of, in its fields and in the words that stand in the others. */
export function redactCard(card: NamedCard): AnonymousCard {
  const names = wordsOf(`${card.firstName} ${card.lastName}`);
  const clean = (text: string) => redact(text, names);
  return {
    title: clean(card.title),
    occupations: card.occupations.map(({ code, label, months }) => ({ code, label, months })),
    experience: card.experience.map(({ label, from, to }) => ({
      label: clean(label),
      months: monthsBetween(from, to),
    })),
    skills: card.skills.map(clean),
    licences: [...card.licences],
    languages: card.languages.map(({ code, level }) => ({ code, level })),
    city: card.city === null ? null : clean(card.city),
    availableFrom: card.availableFrom,
    weeklyHoursMin: card.weeklyHoursMin,
    weeklyHoursMax: card.weeklyHoursMax,
  };
}

/** A text without the words of a name, in any case or accent, and without what tells who somebody is. */
function redact(text: string, names: ReadonlySet<string>): string {
  const known = telling.reduce((left, pattern) => left.replace(pattern, hidden), text);
  return known.replaceAll(/[\p{L}\p{M}'’]+/gu, (word) =>
    wordsOf(word).size > 0 && isHers(word, names) ? hidden : word,
  );
}

function isHers(word: string, names: ReadonlySet<string>): boolean {
  return [...wordsOf(word)].some((part) => names.has(part));
}

/** Words of two letters or more, without accent or case. */
function wordsOf(text: string): Set<string> {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return new Set(plain.split(/[^\p{L}]+/u).filter((word) => word.length > 1));
}

/** Months from a `YYYY` or `YYYY-MM` to another; null when one of them is not known. A year alone counts whole. */
function monthsBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null;
  const [start, end] = [indexOf(from, 1), indexOf(to, 12)];
  return start === null || end === null || end < start ? null : end - start + 1;
}

function indexOf(moment: string, otherwise: number): number | null {
  const read = /^(\d{4})(?:-(\d{2}))?/.exec(moment);
  return read ? Number(read[1]) * 12 + Number(read[2] ?? otherwise) - 1 : null;
}
