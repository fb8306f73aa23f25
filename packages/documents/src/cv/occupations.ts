import type { CvJob } from './experience.ts';
import { fold } from './fold.ts';
import type { CvReference } from './reference.ts';
import type { CvLine } from './sections.ts';
import { isSensitive, withoutSensitive } from './sensitive.ts';
import {
  namesPerson,
  occupationOf,
  piecesOf,
  type TitleFound,
  titlesInSentence,
  vague,
  withoutOthers,
} from './titles.ts';

export interface CvOccupation {
  rome: string;
  label: string;
  passage: string;
}

const sureInHeader = 0.8;
/** Several words that begin with somebody who works ("Agente d'exploitation transport") are a title, if a short one. */
const sureOfPerson = 0.66;

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
    found.push(...titles.map((title) => ({ ...title, passage: isSensitive(line.text) ? title.words : text.trim() })));
  }
  for (const { title, passage, trial } of jobs) {
    if (!title || trial) continue;
    found.push({ ...title, passage });
    if (!isSensitive(passage))
      found.push(...besideTitle(passage, title.words, reference).map((one) => ({ ...one, passage })));
  }
  return distinct(found, reference);
}

/** "Ouvrier TP puis conducteur de mini-pelle", "hôtesse de caisse et d'accueil": a job that had two names. */
function besideTitle(line: string, held: string, reference: CvReference): TitleFound[] {
  return piecesOf(line)
    .filter((piece) => / (?:puis|et) /.test(piece))
    .flatMap((piece) => piece.split(/\s+(?:puis|et)\s+/))
    .filter((piece) => namesPerson(piece) && fold(piece) !== fold(held))
    .flatMap((words) => {
      const occupation = occupationOf(reference, words);
      return occupation && occupation.score >= sureOfPerson ? [{ words, occupation }] : [];
    });
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
  const pieces = piecesOf(line.text);
  const persons = pieces.some((piece) => namesPerson(piece));
  return (
    pieces
      // "Femme de chambre, valet, lingerie": beside who works, what is done says no more.
      .filter((piece) => !persons || /\s/.test(piece) || namesPerson(piece))
      .filter((piece) => piece.length < 90 && !/\d{2}/.test(piece) && !(name && fold(name).includes(fold(piece))))
      .flatMap((piece) => {
        const whole = sureTitle(piece, reference);
        // "Agent de prévention et de sécurité" is one title; "peintre et plaquiste" are two.
        return whole
          ? [whole]
          : piece.split(/\s*\/\s*|\s+(?:et|ou)\s+/).flatMap((part) => sureTitle(part, reference) ?? []);
      })
  );
}

function sureTitle(words: string, reference: CvReference): TitleFound | null {
  const occupation = occupationOf(reference, words);
  const sure = namesPerson(words) && /\s/.test(words) ? sureOfPerson : sureInHeader;
  return occupation && occupation.score >= sure ? { words, occupation } : null;
}

/** A wish: short pieces are looked up with their slips, sentences by the titles they hold. */
function soughtIn(text: string, reference: CvReference): TitleFound[] {
  const inSentence = titlesInSentence(reference, withoutOthers(text)).map((title) => ({
    ...title,
    words: title.words.replace(/^(?:(?:je|suis|j['’ ]?(?:ai|étais)|été|comme|une?) )+/i, ''),
  }));
  // Who tells a life names shops and tasks: only titles written as the tables have them are occupations there.
  if (told.test(fold(text))) return inSentence.filter(({ words }) => isPerson(words));
  const short = text
    .split(/[,;/.]|\s+(?:et|ou)\s+|\s-\s/)
    .map((piece) =>
      piece
        .replace(
          /^.*\b(?:comme|devenir|d[e']un emploi de|(?:recherche|cherche) (?:une? )?|poste d[e'’]|emploi d[e'’]|(?:emploie?|travail|poste|place)(?: stable| fixe)? (?:dans|en) (?:l[ea]s? |l['’])?|en tant que)\s*/i,
          '',
        )
        .trim(),
    )
    .filter((piece) => piece !== '' && piece.split(/\s+/).length <= 6);
  const wished = wish.test(fold(text));
  const looked = short.flatMap((words) => {
    // What a summary tells of places and of tasks resembles many titles.
    if (!wished && !namesPerson(words)) return [];
    const occupation = occupationOf(reference, words);
    return occupation && occupation.score >= (namesPerson(words) ? sureOfPerson : sureInHeader)
      ? [{ words, occupation }]
      : [];
  });
  return [...inSentence, ...looked];
}

const wish =
  /\b(?:re)?cherch\w*|\bsouhait\w*|\b(?:emploi\w*|postes?|travail\w*|travay|metiers?|place|devenir|heures?|contrat|objectif|projet|veux|voudrais|aimerais|interess\w+|dispo\w*|looking|job)\b|^.{0,40}$/;

const told =
  /\bj['’ ]?(?:ai|etais|avais)\b|\bje (?:fais|faisais|suis|m'occup|travaill|servais|tenais|prepar|gerais|m'appelle)|^\W*(?:mes )?(?:points? forts?|atouts?|qualites)\b/;

/** "Vendeuse", "agent de tri"; neither "inventaire" nor the "vendeuses" that somebody led. */
function isPerson(words: string): boolean {
  return namesPerson(words) && !/^\S+s$/.test(words);
}

export function distinct(found: readonly (TitleFound & { passage: string })[], reference: CvReference): CvOccupation[] {
  const occupations = new Map<string, CvOccupation>();
  const longer = found.map(({ words }) => fold(words));
  for (const { words, occupation, passage } of found) {
    if (!occupation || occupations.has(occupation.code)) continue;
    // "Je suis vendeuse" under "Vendeuse en boulangerie" is the same.
    const said = fold(words).replace(/ depuis .*$/, '');
    if (vague.test(said) && longer.some((other) => other.startsWith(`${said} `))) continue;
    const label = reference.labelOfOccupation.get(occupation.code) ?? occupation.title;
    occupations.set(occupation.code, { rome: occupation.code, label, passage });
  }
  return [...occupations.values()];
}
