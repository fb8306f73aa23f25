import { cacesOf } from './caces.ts';
import { drivingOf } from './driving.ts';
import { electricalOf } from './electrical.ts';
import { fold } from './fold.ts';
import { isHeld } from './held.ts';
import type { CvLine } from './sections.ts';
import { isSensitive } from './sensitive.ts';

/** A licence named in a line: its code, and where, so that the words around say whether it is held. */
export interface Mention {
  code: string;
  start: number;
  end: number;
}

export interface FoundLicence {
  code: string;
  passage: string;
}

/**
 * The licences held now, once each, in the order met. One that lapsed, is planned, in progress or refused in words
 * is none, wherever else it is named. `today` (`YYYY-MM-DD`) judges "valable jusqu'en 2023".
 */
export function readLicences(lines: readonly CvLine[], today: string): FoundLicence[] {
  const held = new Map<string, FoundLicence>();
  const denied = new Set<string>();
  for (const [at, line] of lines.entries()) {
    if (line.kind === 'leisure' || line.text.trim() === '') continue;
    const above = /^\W*caces\W*r?\W?\d{3}\W*$/i.test(lines[at - 1]?.text ?? '')
      ? fold(lines[at - 1]?.text ?? '')
      : line.heading;
    const mentions = mentionsOf({ ...line, heading: line.heading === '' ? above : `${line.heading} ${above}` }).sort(
      (a, b) => a.start - b.start || a.end - b.end,
    );
    for (const mention of mentions) {
      if (!isHeld(fold(line.text), mention, mentions, today)) denied.add(mention.code);
      else if (!held.has(mention.code))
        held.set(mention.code, {
          code: mention.code,
          passage: isSensitive(line.text) ? line.text.slice(mention.start, mention.end) : line.text.trim(),
        });
    }
  }
  const codes = [...held.keys()];
  // A family says no more than its categories.
  return [...held.values()].filter(
    ({ code }) =>
      !denied.has(code) && !(/^caces_r\d+$/.test(code) && codes.some((other) => other.startsWith(`${code}_`))),
  );
}

export function mentionsOf({
  text,
  kind,
  inline,
  heading,
}: Pick<CvLine, 'text' | 'kind' | 'inline' | 'heading'>): Mention[] {
  const folded = fold(text);
  return [
    ...drivingOf(folded, kind, inline, heading),
    ...cacesUnder(text, heading),
    ...electricalOf(folded, heading, inline),
    ...namedOf(folded, kind),
  ];
}

/** "Catégories A, B1 et F" under "CACES R482": the heading says the family, the line says which. */
function cacesUnder(text: string, heading: string): Mention[] {
  const found = cacesOf(text);
  const family = found.length > 0 ? undefined : /\bcaces\b\W*r?\W?([34]\d{2})\b/.exec(heading)?.[1];
  const listed = family === undefined ? undefined : categoriesAlone.exec(text)?.[1];
  if (listed === undefined) return found;
  return cacesOf(`CACES R${family} ${listed}`).map(({ code }) => ({ code, start: 0, end: text.length }));
}

const categoriesAlone =
  /^\W{0,4}(?:[Cc]at[ée]gories?|[Cc]ats?\.?)?\W{0,4}((?:[A-G]\d?|\d{1,2}[AB]?)(?:\W{1,4}(?:et\W)?(?:[A-G]\d?|\d{1,2}[AB]?)){0,12})\W{0,4}(?:$|\()/u;

/** What is named by its own words. `asked`: only where papers are listed, since the words are also those of a task. */
const named: readonly { code: string; words: RegExp; asked?: boolean }[] = [
  { code: 'aipr', words: /\baipr\b/g },
  { code: 'sst', words: /\bsst\b|\bsauveteu\w+\W+secouriste\w*\W+(?:du\W+)?travail\b/g },
  { code: 'psc1', words: /\bpsc ?1\b|\bprevention et secours civiques/g },
  { code: 'prap_2s', words: /\bprap\W{0,2}2s\b/g },
  { code: 'haccp', words: /\bhaccp\b/g, asked: true },
  { code: 'certiphyto', words: /\bcerti ?phyto\w*/g },
  { code: 'echafaudage_r408', words: /\b(?:echafaud\w*|montage)\b[^.;|]{0,40}\br ?408\b|\br ?408\b/g },
  { code: 'travail_hauteur', words: /\btravail en hauteur\b|\btravaux en hauteur\b/g, asked: true },
  { code: 'fimo_voyageurs', words: /\bfimo[ -]*(?:de |transport (?:de )?)?(?:voyageurs?|personnes)\b/g },
  { code: 'fimo', words: /\bfimo\b(?![ -]*(?:de |transport (?:de )?)?(?:voyageurs?|personnes))/g },
  { code: 'fco', words: /\bfcos?\b/g },
  { code: 'adr', words: /\badr\b/g },
  { code: 'carte_conducteur', words: /\bcarte (?:de )?(?:conducteur|chrono\w*|tachygraphe)\b/g },
  {
    code: 'carte_pro_securite',
    words:
      /\bcarte pro(?:fessionnelle)?\b(?= *(?:$|[^a-z]|(?:d'?|de la |de |d )?(?:securite|cnaps|agent|surete|agents?)))(?! *(?:vtc|taxi|immobili))|\bcnaps\b/g,
  },
  { code: 'ssiap1', words: /\bssiap ?(?:1|i)?\b(?! ?[23])/g },
  { code: 'qualif_soudure_iso9606', words: /\b(?:iso|en|qualif\w*|licences?|soud\w*)\b[^.;|]{0,25}\b9606(?:-1)?\b/g },
];

function namedOf(folded: string, kind: CvLine['kind']): Mention[] {
  return named.flatMap(({ code, words, asked }) =>
    [...folded.matchAll(words)]
      .filter((match) => !asked || isPaper(folded, kind, match.index))
      .map((match) => ({ code, start: match.index, end: match.index + match[0].length })),
  );
}

/** "Formation HACCP", or a line of the parts that list papers; "respect des normes HACCP" is a way of working. */
function isPaper(folded: string, kind: CvLine['kind'], start: number): boolean {
  const before = folded.slice(Math.max(0, start - 50), start);
  // "Règles d'hygiène (HACCP 2022)": the year is that of a course.
  if (/^\w+\W{1,3}(?:(?:19|20)\d\d|formation|attestation|certificat)\b/.test(folded.slice(start))) return true;
  if (
    /\b(?:normes?|regles?|methodes?|respect|application|procedures?|protocoles?|principes|hygiene (?:et )?(?:alimentaire )?selon)\b[^,;.]*$/.test(
      before,
    )
  )
    return false;
  if (
    /\b(?:formation|formee?|attestation|certificat\w*|certifiee?|diplome|habilit\w*|stage|permis|titulaire|aptitude)\b[^;.]*$/.test(
      before,
    )
  )
    return true;
  return kind === 'licences' || kind === 'training' || kind === 'header' || kind === 'other';
}
