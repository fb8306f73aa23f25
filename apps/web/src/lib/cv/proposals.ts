/** What `cv.show` answers, as far as the review draws it. */
export interface ReviewedCv {
  id: string;
  version: number;
  title: string;
  status: 'proposed' | 'confirmed' | 'replaced';
  text: string | null;
  months: number;
  /** Months by occupation, from the dates of the jobs that name it. */
  monthsOf: Record<string, number>;
  proposed: {
    occupations: { rome: string; label: string; passage: string }[];
    skills: { label: string; item: string | null }[];
    licences: string[];
    languages: { code: string; level: string | null; levelText?: string | null | undefined }[];
    experience: { label: string; from: string | null; to: string | null }[];
    passages: {
      skills: Record<string, string>;
      licences: Record<string, string>;
      languages: Record<string, string>;
      experience: string[];
    };
  } | null;
  content: {
    summary: string | null;
    occupations: { code: string; months: number }[];
    skills: { skill: string; label: string }[];
    licences: string[];
    languages: { code: string; level: string | null; levelText: string | null }[];
    experience: { label: string; from: string | null; to: string | null }[];
  };
  held: {
    occupations: { code: string; months: number }[];
    skills: { skill: string; label: string }[];
    licences: string[];
    languages: { code: string; level: string | null; levelText: string | null }[];
  };
  labels: Record<string, string>;
}

/** One line to tick: where it comes from, and whether it is ticked when the page opens. */
interface Line {
  passage: string | null;
  held: boolean;
  checked: boolean;
}

export interface ReviewLines {
  occupations: (Line & { code: string; months: number })[];
  skills: (Line & { skill: string; label: string })[];
  licences: (Line & { code: string })[];
  languages: (Line & { code: string; level: string | null; levelText: string | null })[];
  jobs: (Line & { label: string; from: string | null; to: string | null })[];
}

/**
 * Proposals of the file and what is already in the record, each once. All are ticked when the page opens, each beside the words
 * it was read in: a person unticks what is wrong, adds what is missing, and confirms. Nothing is kept before. On a CV that was
 * confirmed, what was left out of it then is offered unticked.
 */
export function reviewLines({ status, proposed, content, held, monthsOf }: ReviewedCv): ReviewLines {
  const unread = status === 'proposed';
  const own = unread ? held : content;
  const read = proposed ?? {
    occupations: [],
    skills: [],
    licences: [],
    languages: [],
    experience: [],
    passages: { skills: {}, licences: {}, languages: {}, experience: [] },
  };
  const passageOf = new Map(read.occupations.map(({ rome, passage }) => [rome, passage]));
  const ownCodes = new Set(own.occupations.map(({ code }) => code));
  const ownSkills = new Set(own.skills.map(({ skill }) => skill));
  const ownLanguages = new Set(own.languages.map(({ code }) => code));
  return {
    occupations: [
      ...own.occupations.map((one) => ({
        ...one,
        passage: passageOf.get(one.code) ?? null,
        held: true,
        checked: true,
      })),
      ...read.occupations
        .filter(({ rome }) => !ownCodes.has(rome))
        .map(({ rome, passage }) => ({
          code: rome,
          months: monthsOf[rome] ?? 0,
          passage,
          held: false,
          checked: unread,
        })),
    ],
    skills: [
      ...own.skills.map((one) => ({
        ...one,
        passage: read.passages.skills[one.label] ?? null,
        held: true,
        checked: true,
      })),
      ...read.skills
        .map(({ label, item }) => ({ skill: item ?? label.toLocaleLowerCase('fr'), label }))
        // Two ways of saying one skill are one line.
        .filter(({ skill }, at, all) => !ownSkills.has(skill) && all.findIndex((one) => one.skill === skill) === at)
        .map((one) => ({ ...one, passage: read.passages.skills[one.label] ?? null, held: false, checked: unread })),
    ],
    licences: [
      ...own.licences.map((code) => ({
        code,
        passage: read.passages.licences[code] ?? null,
        held: true,
        checked: true,
      })),
      ...read.licences
        .filter((code) => !own.licences.includes(code))
        .map((code) => ({ code, passage: read.passages.licences[code] ?? null, held: false, checked: unread })),
    ],
    languages: [
      ...own.languages.map((one) => ({
        ...one,
        passage: read.passages.languages[one.code] ?? null,
        held: true,
        checked: true,
      })),
      ...read.languages
        .filter(({ code }) => !ownLanguages.has(code))
        .map(({ code, level, levelText }) => ({
          code,
          level,
          levelText: levelText ?? null,
          passage: read.passages.languages[code] ?? null,
          held: false,
          checked: unread,
        })),
    ],
    jobs: unread
      ? read.experience.map((job, index) => ({
          ...job,
          passage: read.passages.experience[index] ?? null,
          held: false,
          checked: true,
        }))
      : content.experience.map((job) => ({ ...job, passage: null, held: true, checked: true })),
  };
}

export interface TextPiece {
  text: string;
  /** The number of the passage that begins here; null outside one. */
  passage: number | null;
}

/** The text cut where passages stand, so that each can be marked and gone to. A passage that is not there word for word is left out. */
export function markPassages(
  text: string,
  passages: readonly string[],
): { pieces: TextPiece[]; numberOf: ReadonlyMap<string, number> } {
  const numberOf = new Map<string, number>();
  const found: { from: number; to: number; passage: string }[] = [];
  for (const passage of new Set(passages)) {
    const from = passage.length < 2 ? -1 : text.indexOf(passage);
    if (from >= 0) found.push({ from, to: from + passage.length, passage });
  }
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  const pieces: TextPiece[] = [];
  let at = 0;
  let number = 0;
  for (const { from, to, passage } of found) {
    if (from < at) {
      // Two proposals of one line share its mark.
      numberOf.set(passage, number);
      continue;
    }
    number += 1;
    if (from > at) pieces.push({ text: text.slice(at, from), passage: null });
    pieces.push({ text: text.slice(from, to), passage: number });
    numberOf.set(passage, number);
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), passage: null });
  return { pieces, numberOf };
}
