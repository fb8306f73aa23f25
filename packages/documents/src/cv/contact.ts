import { fold } from './fold.ts';
import type { CvReference } from './reference.ts';
import type { CvLine } from './sections.ts';
import { isSensitive, withoutSensitive } from './sensitive.ts';
import { occupationOf } from './titles.ts';

/** How to reach the person: what the CV says, null where it says nothing. Phones in E.164 when French. */
export interface CvContact {
  name: string | null;
  email: string | null;
  phone: string | null;
  postalCode: string | null;
  city: string | null;
}

export function readContact(lines: readonly CvLine[], reference: CvReference): CvContact {
  const place = placeOf(lines);
  return {
    name: nameOf(lines, reference),
    email: first(lines, ({ text }) => emailOf(text)),
    phone: first(lines, ({ text }) => phoneOf(text)),
    ...place,
  };
}

function first(lines: readonly CvLine[], read: (line: CvLine) => string | null): string | null {
  for (const line of lines) {
    const value = read(line);
    if (value !== null) return value;
  }
  return null;
}

function emailOf(text: string): string | null {
  if (!text.includes('@')) return null;
  const found = /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,4}/u.exec(text.replace(/\s?@\s?/g, '@'));
  return found ? found[0].toLowerCase() : null;
}

/** `06 12 34 56 78`, `+33 (0)6...`, `0033 6...` as `+336...`; another country's number with its `+`. */
export function phoneOf(text: string): string | null {
  const french = /(?<![\d+])(?:(?:\+|00)\s?33[\s.-]?(?:\(0\))?[\s.-]?|0)([1-9])((?:[\s./-]{0,2}\d{2}){4})(?!\d)/.exec(
    text,
  );
  if (french) return `+33${french[1] ?? ''}${(french[2] ?? '').replace(/\D/g, '')}`;
  const foreign = /(?<!\d)\+\d{1,3}[\s.-]?(?:\(?\d{1,4}\)?[\s.-]?){2,6}\d/.exec(text);
  return foreign ? `+${foreign[0].replace(/\D/g, '')}` : null;
}

function placeOf(lines: readonly CvLine[]): { postalCode: string | null; city: string | null } {
  for (const kinds of [
    ['header', 'contact'],
    ['other', 'project', 'licences', 'languages', 'skills'],
  ]) {
    for (const { text, kind } of lines) {
      if (!kinds.includes(kind)) continue;
      const place = placeIn(withoutSensitive(text));
      if (place) return place;
    }
  }
  // A column that follows another has no heading of its own: its address stands under whatever came last.
  for (const { text } of lines) {
    const place = /^\s*\d{5}\s/.test(text) && text.length <= 40 && !isSensitive(text) ? placeIn(text) : null;
    if (place) return place;
  }
  return { postalCode: null, city: null };
}

function placeIn(text: string): { postalCode: string; city: string } | null {
  const codeFirst = /(?<![\d.])(\d{5})\s*[-,]?\s+(\p{L}[\p{L}'’ -]*)/u.exec(text);
  if (codeFirst?.[1] && isPostalCode(codeFirst[1])) {
    const city =
      (codeFirst[2] ?? '')
        .split(/\s+[-–—]\s*|\s{2,}|\s+(?:tel|tél|email|mail|e-mail|courriel|mobile|portable|cedex)\b/i)[0]
        ?.trim() ?? '';
    if (city !== '') return { postalCode: codeFirst[1], city };
  }
  const cityFirst =
    /(\p{Lu}[\p{L}'’-]*(?: \p{L}[\p{L}'’-]*){0,3})\s*(?:\((\d{5})\)|(?<![\d.])(\d{5})(?=\s*(?:$|[|,;·•-])))/u.exec(
      text,
    );
  const code = cityFirst?.[2] ?? cityFirst?.[3];
  return cityFirst && code && isPostalCode(code)
    ? { postalCode: code, city: (cityFirst[1] ?? '').replace(/^adresse\s+/i, '').trim() }
    : null;
}

/** Departments 01 to 95, then 97 and 98 overseas. */
function isPostalCode(code: string): boolean {
  return /^(?:0[1-9]|[1-8]\d|9[0-578])\d{3}$/.test(code);
}

function nameOf(lines: readonly CvLine[], reference: CvReference): string | null {
  const labelled = labelledName(lines);
  if (labelled) return labelled;
  const heads = lines
    .filter(({ kind, text }) => (kind === 'header' || kind === 'contact') && text.trim() !== '')
    .slice(0, 8);
  for (const { text } of heads) {
    const called = calledMyself.exec(text)?.[1];
    const pieces = (called?.replace(/\s*\d.*$/, '') ?? text).split(/\s+[-–—|·•/]+\s+|[,;|·\t]|\s{4,}/);
    for (const piece of pieces.every((word) => /^[\p{L}'’-]+$/u.test(word)) ? [pieces.join(' ')] : pieces) {
      const name = piece
        .replace(/^\s*(?:m\.|mr|mme|mlle|madame|monsieur|cv d[e']|curriculum vitae)\s+/i, '')
        .replace(/\s+/g, ' ')
        .trim();
      if (looksLikeName(name) && (occupationOf(reference, name) === null || isNamedAfterTrade(name, reference)))
        return name;
    }
  }
  return nameAbovePlace(lines, reference);
}

/** "Théo VANNIER", "Luc BOULANGER": a first name that no trade begins with, and a name in capitals. */
function isNamedAfterTrade(name: string, reference: CvReference): boolean {
  const [first = '', last = '', ...others] = name.split(' ');
  return (
    others.length === 0 &&
    /^\p{Lu}[\p{Ll}-]+(?:-\p{Lu}\p{Ll}+)?$/u.test(first) &&
    /^\p{Lu}[\p{Lu}'’-]{2,}$/u.test(last) &&
    occupationOf(reference, first) === null
  );
}

/** "Je m'appelle", "moi c'est", however it is written. */
const calledMyself =
  /\b(?:(?:bonjour|salut|slt|bjr)\W+(?:moi )?je suis?(?= )|je m['’ ]?appel\w*|moi (?:c['’ ]?(?:est|é|e|ai)|cé)|mon nom est|my name is)\s+(.+)$/iu;

/**
 * A name that stands in no head: above a postcode, a telephone or an address of its own line, as a narrow column writes them;
 * or the first line of all, in small letters, above the same.
 */
function nameAbovePlace(lines: readonly CvLine[], reference: CvReference): string | null {
  const filled = lines.filter(({ text }) => text.trim() !== '');
  for (const [position, { text }] of filled.entries()) {
    const below = filled.slice(position + 1, position + 3).some(({ text: next }) => isReach(next));
    const name = text.trim().replace(/\s+/g, ' ');
    if (!below || isReach(name)) continue;
    if (!looksLikeName(name) && !(position === 0 && looksLikeName(capitalised(name)))) continue;
    if (occupationOf(reference, name) === null) return name;
  }
  return null;
}

function isReach(text: string): boolean {
  return text.length <= 60 && (phoneOf(text) !== null || emailOf(text) !== null || placeIn(text) !== null);
}

function capitalised(name: string): string {
  return name.replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase());
}

function labelledName(lines: readonly CvLine[]): string | null {
  const value = (label: RegExp): string | null => {
    for (const { text } of lines) {
      const match = label.exec(text);
      if (match?.[1] && match[1].trim() !== '') return match[1].replace(/\s+/g, ' ').trim();
    }
    return null;
  };
  const whole = value(
    /^\W*(?:nom (?:et )?pr[ée]noms?|pr[ée]noms? (?:et )?nom|full name|name|nume|nome|nombre|imi[eę])\s*:\s*([^:]+)$/i,
  );
  if (whole) return whole;
  const alone = value(/^\W*nom\s*:\s*([\p{L}'’-]+(?: [\p{L}'’-]+){1,3})\s*$/iu);
  if (alone) return alone;
  const last = value(/(?:^|[\s,;])nom(?: de famille)?\s*:\s*([\p{L}' -]+?)(?=\s*(?:$|[,;]|pr[ée]nom))/iu);
  const first = value(/pr[ée]noms?\s*:\s*([\p{L}' -]+?)(?=\s*(?:$|[,;]|nom\b))/iu);
  return last && first ? `${first} ${last}` : null;
}

function looksLikeName(text: string): boolean {
  const words = text.split(' ');
  if (words.length < 2 || words.length > 5 || text.length > 50 || isSensitive(text)) return false;
  if (/[\d@:!?]/.test(text) || notNames.test(fold(text))) return false;
  const capital = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return (
    words.every((word) => /^[\p{L}'’.-]+$/u.test(word)) &&
    (capital >= 2 || (capital === words.length - 1 && words.length > 1))
  );
}

const notNames =
  /^a propos|\b(?:curriculum|vitae|cv|rue|avenue|boulevard|chemin|place|allee|impasse|quai|route|permis|caces|experience|profil|contact|adresse|telephone|agent|technicien\w*|ouvrier\w*|employe\w*|assistant\w*|conducteur|chauffeur|chef|aide|ans|recherche|poste|emploi|formation|competences?|francais\w*|nationalite|disponible|mobile|vehicule)\b/;
