import type { CvReading } from '@jonction/documents/cv/read';

/** What a careful reader finds in one CV: see the README of the corpus for what each list holds. */
export interface CvLabels {
  occupations: readonly { rome: readonly string[] }[];
  accepted: readonly { rome: readonly string[] }[];
  skills: readonly string[];
  licences: readonly string[];
  languages: readonly { code: string; level: string | null }[];
  experience: readonly Years[];
  acceptedExperience: readonly Years[];
  never: readonly string[];
  contact: {
    firstName: string;
    lastName: string;
    phone: string;
    email?: string | undefined;
    postcode?: string | undefined;
    city?: string | undefined;
  };
}

interface Years {
  from: string | null;
  to: string | null;
}

/** `right` of the `found` are among the `wanted`; what may be found or not is in none of them. */
export interface Count {
  right: number;
  found: number;
  wanted: number;
}

export type CvField = 'occupations' | 'licences' | 'languages' | 'skills' | 'years' | 'contact';
export type CvCounts = Record<CvField, Count>;

/**
 * What one reading found of what its labels say. Each label is met once, and each thing found meets one label at most:
 * the pairs are those that make the most of them.
 * - `occupations`: a code of the label's alternatives. A second alternative of a label that is met, and a code of
 *   `accepted`, count neither way.
 * - `licences`: the same code. `languages`: the same code and the same CEFR level, or none on both sides.
 * - `skills`: the words of one, folded (case, accents, punctuation), stand one after the other in the other: "Pose de
 *   canalisations" meets "Pose de canalisations fonte et PVC". A line that holds two skills meets one of them.
 * - `years`: the same `from` and the same `to`, as precise as the label (`YYYY-MM` or `YYYY`), whatever the job is called. A
 *   job that the CV does not date is not looked for; those of `acceptedExperience` count neither way.
 * - `contact`: name (its words in any order), telephone (national digits), e-mail, postcode and city, one each.
 */
export function countsOf(reading: CvReading, labels: CvLabels): CvCounts {
  const dated = labels.experience.filter(({ from }) => from !== null);
  return {
    occupations: occupationsOf(reading, labels),
    licences: pairs(new Set(reading.licences), labels.licences, (found, label) => found === label),
    languages: pairs(
      reading.languages,
      labels.languages,
      (found, label) => found.code === label.code && found.level === label.level,
    ),
    skills: pairs(
      reading.skills.map(({ label }) => foldedWords(label)),
      labels.skills.map(foldedWords),
      (found, label) => holds(found, label) || holds(label, found),
    ),
    years: pairs(withoutAccepted(reading.experience, dated, labels.acceptedExperience, sameYears), dated, sameYears),
    contact: pairs(contactRead(reading), contactWanted(labels), (found, label) => found === label),
  };
}

/** The passages of `never` whose words stand in any field but the text of the CV and the official labels of occupations. */
export function toldOf(reading: CvReading, never: readonly string[]): string[] {
  const { text: _, occupations, ...fields } = reading;
  const values = stringsIn([fields, occupations.map(({ passage }) => passage)]).map(foldedWords);
  return never.filter((words) => values.some((value) => holds(value, foldedWords(words))));
}

export function sumOf(counts: readonly Count[]): Count {
  return counts.reduce(
    (sum, { right, found, wanted }) => ({
      right: sum.right + right,
      found: sum.found + found,
      wanted: sum.wanted + wanted,
    }),
    { right: 0, found: 0, wanted: 0 },
  );
}

/** Shares, 0..1; finding nothing where nothing was to be found is 1. */
export function rates({ right, found, wanted }: Count): { precision: number; recall: number; f1: number } {
  const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
  return { precision: share(right, found), recall: share(right, wanted), f1: share(2 * right, found + wanted) };
}

function occupationsOf(reading: CvReading, labels: CvLabels): Count {
  const codes = reading.occupations.map(({ rome }) => rome);
  const { right, wanted } = pairs(codes, labels.occupations, (code, { rome }) => rome.includes(code));
  const allowed = new Set([...labels.occupations, ...labels.accepted].flatMap(({ rome }) => rome));
  return { right, wanted, found: right + codes.filter((code) => !allowed.has(code)).length };
}

/** What is found once the labels have taken theirs and the accepted ones are set aside. */
function withoutAccepted<Found, Label>(
  found: readonly Found[],
  labels: readonly Label[],
  accepted: readonly Label[],
  same: (found: Found, label: Label) => boolean,
): Found[] {
  const spared = new Set(partnersOf(found, [...labels, ...accepted], same).slice(labels.length));
  return found.filter((_, position) => !spared.has(position));
}

function pairs<Found, Label>(
  found: Iterable<Found>,
  labels: readonly Label[],
  same: (found: Found, label: Label) => boolean,
): Count {
  const all = [...found];
  const right = partnersOf(all, labels, same).filter((partner) => partner !== undefined).length;
  return { right, found: all.length, wanted: labels.length };
}

/** For each label the position of what met it. Labels are served in their order, the first ones keep a partner (augmenting paths). */
function partnersOf<Found, Label>(
  found: readonly Found[],
  labels: readonly Label[],
  same: (found: Found, label: Label) => boolean,
): (number | undefined)[] {
  const labelOf = new Map<number, number>();
  const serve = (label: number, tried: Set<number>): boolean => {
    const wanted = labels[label];
    if (wanted === undefined) return false;
    for (const [position, one] of found.entries()) {
      if (tried.has(position) || !same(one, wanted)) continue;
      tried.add(position);
      const holder = labelOf.get(position);
      if (holder === undefined || serve(holder, tried)) {
        labelOf.set(position, label);
        return true;
      }
    }
    return false;
  };
  for (const label of labels.keys()) serve(label, new Set());
  const partners: (number | undefined)[] = labels.map(() => undefined);
  for (const [position, label] of labelOf) partners[label] = position;
  return partners;
}

function sameYears(found: Years, label: Years): boolean {
  return found.from === label.from && found.to === label.to;
}

function contactRead({ contact }: CvReading): string[] {
  const { name, phone, email, postalCode, city } = contact;
  return stated({ name: name && anyOrder(name), phone: phone && national(phone), email, postalCode, city });
}

function contactWanted({ contact }: CvLabels): string[] {
  const { firstName, lastName, phone, email, postcode, city } = contact;
  return stated({
    name: anyOrder(`${firstName} ${lastName}`),
    phone: national(phone),
    email,
    postalCode: postcode,
    city,
  });
}

function stated(contact: Record<string, string | null | undefined>): string[] {
  return Object.entries(contact).flatMap(([key, value]) => (value ? [`${key} ${foldedWords(value)}`] : []));
}

function anyOrder(name: string): string {
  return foldedWords(name).split(' ').sort().join(' ');
}

function national(phone: string): string {
  return phone.replace(/^(?:\+|00)33/, '0').replace(/\D/g, '');
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inside]) =>
    Array.isArray(value) ? stringsIn(inside) : [key, ...stringsIn(inside)],
  );
}

/** Lower case, no accents, one space between words, nothing else. */
function foldedWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
}

function holds(whole: string, part: string): boolean {
  return part !== '' && ` ${whole} `.includes(` ${part} `);
}
