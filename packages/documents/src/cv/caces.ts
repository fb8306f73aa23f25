import { fold } from './fold.ts';
import type { Mention } from './licences.ts';

/** The preposition is no category A, also where capitals have lost its accent: "CACES R489 CAT 3 A RENOUVELER". */
const preposition =
  'a\\s+(?:ce jour|jour|renouveler|repasser|passer|refaire|recycler|valider|prevoir|obtenir|venir|reprendre|mettre|remettre)\\b';
const category = `(?!${preposition})(?:[a-g]\\d?|\\d{1,2}[ab]?)(?![a-z0-9])`;
const separator = '\\s*(?:,|/|&|\\+|-|;|et|and)?\\s*';
const introduced =
  '(?:\\s*(?:[:()-]|categories?|categorie|cat\\.?|cats\\.?|groupe|gr\\.?|types?|conduite|n°|gerbeurs?|transpalettes?|nacelles?|pemp|chariots?(?: elevateurs?)?|engins?(?: de chantier)?|pont roulant|grues?(?: a tour| mobile| auxiliaire)?)\\s*)*\\s*';
const withFamily = new RegExp(
  `\\b(?:caces\\W{0,3}(?:cat\\w*\\W{0,2})?(?:r\\W?)?|r\\W?)(3[0-9]{2}|4[0-9]{2})m?\\b${introduced}(?<list>${category}(?:${separator}(?:cat\\.?\\s*|categorie\\s*)?${category})*)?`,
  'g',
);
const bare = new RegExp(
  `\\bcaces\\b(?:\\W{0,3}(?:chariots?(?: elevateurs?)?|caristes?))?${introduced}(?<list>${category}(?:${separator}(?:cat\\.?\\s*|categorie\\s*)?${category})*)(?:[\\s(,-]*r\\W?(?<family>[34]\\d{2})m?\\)?)?`,
  'g',
);
/** Recommendations of the CNAM that are CACES: R482 to R490 since 2020, and the older R372 to R390. */
const families = /^(?:372|377|383|386|389|390|48[2-9]|490)$/;
/** Forklift trucks, when only numbers follow the word: R489 since 2020. */
const usual = 'r489';

/** CACES of a line, one mention a category; `caces_rNNN` alone when the line gives none. */
export function cacesOf(text: string): Mention[] {
  const folded = fold(text.replace(/[àÀ]/g, '_'));
  const mentions: Mention[] = [];
  const read: [from: number, until: number][] = [];
  const taken = (start: number): boolean => read.some(([from, until]) => start >= from && start < until);
  for (const match of folded.matchAll(bare)) {
    const family = match.groups?.family;
    const listed = match.groups?.list ?? '';
    if (
      family === undefined &&
      (/^[a-g]/.test(listed) || /^r/.test(folded.slice(match.index + match[0].length).trim()))
    )
      continue;
    read.push([match.index, match.index + match[0].length]);
    mentions.push(...eachCategory(match, family === undefined ? usual : `r${family}`, listed));
  }
  for (const match of folded.matchAll(withFamily)) {
    if (taken(match.index) || !families.test(match[1] ?? '')) continue;
    const family = `r${match[1] ?? ''}`;
    const listed = match.groups?.list ?? '';
    const found = eachCategory(match, family, listed);
    const end = match.index + match[0].trimEnd().length;
    // Families that are not of vehicles (R408: scaffolding) have no categories and are read elsewhere.
    mentions.push(...(found.length > 0 ? found : [{ code: `caces_${family}`, start: match.index, end }]));
  }
  return mentions.length > 0 ? mentions : machineOf(folded);
}

/** "CACES nacelle": the family that a machine belongs to, when the line names neither family nor category. */
function machineOf(folded: string): Mention[] {
  const match = /\bcaces\b\W{0,3}(?:de |d'|du |conduite (?:de |d'))?(?<machine>[a-z][a-z' _-]{3,40})/.exec(folded);
  const words = match?.groups?.machine ?? '';
  const family = machines.find(([machine]) => machine.test(words))?.[1];
  return match && family
    ? [{ code: `caces_${family}`, start: match.index, end: match.index + match[0].trimEnd().length }]
    : [];
}

const machines: readonly (readonly [RegExp, string])[] = [
  [/^(?:nacelle|pemp|plate-?formes? elevatrice)/, 'r486'],
  [/^(?:gerbeur|transpalette)/, 'r485'],
  [/^(?:chariot|cariste)/, 'r489'],
  [/^(?:mini-? ?pelle|pelle|engins? de chantier|tractopelle|chargeuse|compacteur)/, 'r482'],
  [/^pont(?:s)? roulant/, 'r484'],
  [/^grue . tour/, 'r487'],
  [/^grue mobile/, 'r483'],
  [/^grue auxiliaire/, 'r490'],
];

function eachCategory(match: RegExpExecArray, family: string, listed: string): Mention[] {
  const at = match.index + match[0].lastIndexOf(listed);
  return [...listed.matchAll(new RegExp(category, 'g'))]
    .filter(([one]) => isCategory(one))
    .map((one) => ({ code: `caces_${family}_${one[0]}`, start: match.index, end: at + one.index + one[0].length }));
}

function isCategory(text: string): boolean {
  return /^[a-g]\d?$|^(?:10|[1-9])[ab]?$/.test(text);
}
