import type { Mention } from './licences.ts';
import type { SectionKind } from './sections.ts';

/** Categories of the permit (arrêté du 20 avril 2012) that the bank keeps; the older E(B), EB, EC and trade names. */
const codes: ReadonlyMap<string, string | null> = new Map([
  ['am', 'AM'],
  ['bsr', 'AM'],
  ['a', null],
  ['a1', null],
  ['a2', null],
  ['b', 'B'],
  ['b1', null],
  ['b96', null],
  ['b78', 'B'],
  ['bva', 'B'],
  ['vl', 'B'],
  ['be', 'BE'],
  ['eb', 'BE'],
  ['b+e', 'BE'],
  ['e(b)', 'BE'],
  // "Permis B, E": the trailer of before 2013.
  ['e', 'BE'],
  ['c', 'C'],
  ['pl', 'C'],
  ['poids lourd', 'C'],
  ['poids lourds', 'C'],
  ['c1', null],
  ['c1e', null],
  ['ce', 'CE'],
  ['ec', 'CE'],
  ['c+e', 'CE'],
  ['e(c)', 'CE'],
  ['spl', 'CE'],
  ['super lourd', 'CE'],
  ['d', 'D'],
  ['d1', null],
  ['de', null],
  ['voiture', 'B'],
  ['auto', 'B'],
]);

const category =
  "(?:b\\+e|c\\+e|e\\([bc]\\)|c1e|b96|b78|bva|super lourds?|poids lourds?|spl|bsr|am|a[12]?|b[e1]?|eb|e(?=\\s*(?:$|[,;.|)]))|c[e1]?|ec|d[1e]?|vl|pl|voiture|auto)(?![a-z0-9'’])";
const list = new RegExp(
  // Not the end of a word ("licence", "mariée"), unless it is "permisB".
  `(?:(?<![a-z0-9])|(?<=permis))${category}(?:(?:\\s*(?:,|/|\\+|&|-|;|et|and)\\s*|\\s*\\([^()]{0,30}\\)\\s*[,/+&-]?\\s*(?:et )?|\\s+)(?:(?:le |permis |cat(?:egorie)?\\.? )*)${category})*`,
  'g',
);
const introduced =
  /\b(?:permis?|driv(?:ing|er'?s?) licen[cs]es?|licen[cs]e)\b(?:\s+de\s+conduire)?\s*(?:[:(-]\s*)?(?:oui\W+)?(?:(?:en|de|type|titulaire|du|categories?|cat\.?|valides?|obtenus?|francais|the)\s*[:]?\s*)*$/;

/** Driving categories of a line: after "permis", or at the head of a line where permits are listed. */
export function drivingOf(folded: string, kind: SectionKind, inline: boolean, heading: string): Mention[] {
  const mentions: Mention[] = [];
  for (const match of folded.matchAll(list)) {
    // "CACES R482 A, permis B": what stands before the word is no category of a permit.
    const told = introduced.test(folded.slice(0, match.index)) ? -1 : match[0].lastIndexOf('permis ');
    if (told > 0) {
      match.index += told + 'permis '.length;
      match[0] = match[0].slice(told + 'permis '.length);
    }
    const before = folded.slice(0, match.index);
    const opens =
      kind === 'licences' &&
      /permi|licen|mobil|vehicule|certif/.test(heading) &&
      (/^[\s\-*•>o:]*(?:categor(?:y|ie)s?\s*)?$/.test(before) || (inline && /^[\s]*$/.test(before)));
    if (!introduced.test(before) && !opens) continue;
    if (/^[ad]$|^de$/.test(match[0]) && !/permis|licen/.test(before) && !opens) continue;
    for (const one of match[0].matchAll(new RegExp(category, 'g'))) {
      const code = codes.get(one[0].replace(/lourds$/, 'lourd'));
      if (one[0] === 'e' && (!/^b/.test(match[0]) || /\bc\b/.test(match[0]))) continue;
      if (code) mentions.push({ code, start: match.index + one.index, end: match.index + one.index + one[0].length });
    }
  }
  if (mentions.length === 0) mentions.push(...unnamed(folded, kind));
  const bsr = /\bbsr\b|\bscooter\b(?=.*\bpermis)|\bcategory am\b/.exec(folded);
  if (bsr && mentions.every(({ code }) => code !== 'AM'))
    mentions.push({ code: 'AM', start: bsr.index, end: bsr.index + bsr[0].length });
  return mentions;
}

/** "Permis de conduire", "permis voiture", alone: everyday French for the B. */
function unnamed(folded: string, kind: SectionKind): Mention[] {
  const match =
    /\bpermis(?: de conduire)?\s*(?:[:-]\s*)?(?:oui|ok|voiture|auto)\b|\bpermis de conduire\b(?!\s*(?:[:(]|a\b|moto|bateau))|\bj'ai (?:le|mon) permis\b(?!\s*(?:de (?!conduire)|moto|bateau|poids|[acd]\b))|\bcategory b\b/.exec(
      folded,
    );
  if (match) return [{ code: 'B', start: match.index, end: match.index + match[0].length }];
  return kind === 'licences' && /^\s*oui\b/.test(folded) ? [{ code: 'B', start: 0, end: folded.length }] : [];
}
