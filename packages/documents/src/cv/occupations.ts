import type { CvJob } from './experience.ts';
import { fold } from './fold.ts';
import type { CvReference } from './reference.ts';
import type { CvLine } from './sections.ts';
import { isSensitive, withoutSensitive } from './sensitive.ts';
import { occupationOf, piecesOf, type TitleFound, titlesInSentence } from './titles.ts';

export interface CvOccupation {
  rome: string;
  label: string;
  passage: string;
}

const sureInHeader = 0.8;

/** Occupations held or sought: the headline and the project first, then the jobs, each code once. */
export function readOccupations(
  lines: readonly CvLine[],
  jobs: readonly CvJob[],
  name: string | null,
  reference: CvReference,
): CvOccupation[] {
  const found: (TitleFound & { passage: string })[] = [];
  for (const line of lines) {
    if (line.text.trim() === '') continue;
    const text = isSensitive(line.text) ? withoutSensitive(line.text) : line.text;
    const titles = titlesOfLine({ ...line, text }, name, reference);
    found.push(...titles.map((title) => ({ ...title, passage: text.trim() })));
  }
  for (const { title, passage, trial } of jobs) if (title && !trial) found.push({ ...title, passage });
  return distinct(found, reference);
}

function titlesOfLine(line: CvLine, name: string | null, reference: CvReference): TitleFound[] {
  if (line.kind === 'project') return soughtIn(line.text, reference);
  if (line.kind !== 'header' && !(line.kind === 'contact' && line.text.length < 60)) return [];
  if (/@|https?:|www\./.test(line.text) && line.text.length < 40) return [];
  // "Couture : ourlets, boutons" is no headline.
  if (/^[^:]{2,30}\s?:\s/.test(line.text)) return [];
  if (
    line.text.length > 90 ||
    /\b(?:je|j'|mon|ma|ans d'experience|recherche|cherche|poste|emploi)\b/.test(fold(line.text))
  )
    return soughtIn(line.text, reference);
  return piecesOf(line.text)
    .filter((piece) => piece.length < 90 && !/\d{2}/.test(piece) && !(name && fold(name).includes(fold(piece))))
    .flatMap((piece) => {
      const whole = sureTitle(piece, reference);
      // "Agent de prévention et de sécurité" is one title; "peintre et plaquiste" are two.
      return whole
        ? [whole]
        : piece.split(/\s*\/\s*|\s+(?:et|ou)\s+/).flatMap((part) => sureTitle(part, reference) ?? []);
    });
}

function sureTitle(words: string, reference: CvReference): TitleFound | null {
  const occupation = occupationOf(reference, words);
  return occupation && occupation.score >= sureInHeader ? { words, occupation } : null;
}

/** A wish: short pieces are looked up with their slips, sentences by the titles they hold. */
function soughtIn(text: string, reference: CvReference): TitleFound[] {
  const inSentence = titlesInSentence(reference, text);
  const short = text
    .split(/[,;/.]|\s+(?:et|ou)\s+|\s-\s/)
    .map((piece) =>
      piece
        .replace(
          /^.*\b(?:comme|devenir|d[e']un emploi de|(?:recherche|cherche) (?:une? )?|poste d[e'’]|emploi d[e'’]|en tant que)\s*/i,
          '',
        )
        .trim(),
    )
    .filter((piece) => piece !== '' && piece.split(/\s+/).length <= 6);
  const looked = short.flatMap((words) => {
    const occupation = occupationOf(reference, words);
    return occupation && occupation.score >= 0.66 ? [{ words, occupation }] : [];
  });
  return [...inSentence, ...looked];
}

export function distinct(found: readonly (TitleFound & { passage: string })[], reference: CvReference): CvOccupation[] {
  const occupations = new Map<string, CvOccupation>();
  for (const { occupation, passage } of found) {
    if (!occupation || occupations.has(occupation.code)) continue;
    const label = reference.labelOfOccupation.get(occupation.code) ?? occupation.title;
    occupations.set(occupation.code, { rome: occupation.code, label, passage });
  }
  return [...occupations.values()];
}
