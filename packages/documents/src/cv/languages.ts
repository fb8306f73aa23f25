import { languages as named } from '@jonction/domain/reference/language';
import { editDistance } from '@jonction/domain/reference/near-stems';
import { fold } from './fold.ts';
import { languageNamesByEar, otherLanguageNames } from './language-names.ts';
import type { CvLine } from './sections.ts';
import { isSensitive } from './sensitive.ts';

/** ISO 639-1, else 639-3, else 639-2 group; `level` CEFR where the CV gives one, else its words. */
export interface CvLanguage {
  code: string;
  level: string | null;
  levelText?: string;
}

export interface FoundLanguage extends CvLanguage {
  passage: string;
}

const codeOfName: ReadonlyMap<string, string> = new Map([
  ...Object.entries(named).flatMap(([code, { fr, en }]) => [[fold(fr), code] as const, [fold(en), code] as const]),
  ...otherLanguageNames,
]);

const codeByEar: ReadonlyMap<string, string> = new Map(languageNamesByEar);

export function languageCode(name: string): string | null {
  const folded = fold(name)
    .replace(/\s*\(.*$/, '')
    .trim();
  const code = codeOfName.get(folded) ?? codeOfName.get(folded.replace(/(?:langue|arabe) /, ''));
  return code ?? (/^[a-z]{2,3}$/.test(folded) && Object.hasOwn(named, folded) ? folded : null);
}

/** The languages a person says they speak: their section, or a line elsewhere that gives a level. */
export function readLanguages(lines: readonly CvLine[]): FoundLanguage[] {
  const found = new Map<string, FoundLanguage>();
  const add = (language: FoundLanguage): void => {
    const known = found.get(language.code);
    if (!known) found.set(language.code, language);
    else if (known.level === null && language.level !== null) found.set(language.code, language);
  };
  for (const line of joined(lines.filter(({ kind }) => kind === 'languages'))) {
    for (const language of languagesOf(line, true)) add(language);
  }
  for (const { kind, text: written } of lines) {
    const text = harmlessSentences(written);
    if (text === '') continue;
    // Nothing but a language and its level: it stands for itself, whatever heading it was typed under.
    if (isLanguageLine(text) || isToldAlone(text) || (kind !== 'languages' && areAllLanguages(text)))
      for (const language of languagesOf(text, false)) add(language);
    if (kind === 'languages' || kind === 'leisure') continue;
    const certified = /\b(?:delf|dalf|tcf|tef)\b.{0,20}?\b([abc][12])\b/.exec(fold(text));
    if (certified?.[1] && !notYet.test(fold(text)))
      add({ code: 'fr', level: certified[1].toUpperCase(), passage: text.trim() });
    if (kind === 'training') for (const language of taught(text)) add(language);
    if (kind === 'experience' || kind === 'training') continue;
    const all = languagesOf(text, false);
    const isList = all.length > 0 && (/\b(?:langues?|languages?|je parle)\b/.test(fold(text)) || areAllLanguages(text));
    for (const language of all)
      if (isList || language.level !== null || (language.levelText !== undefined && kind !== 'skills')) add(language);
  }
  return [...found.values()];
}

/** "Licencié économique. Délégué du personnel. Anglais : débutant": one sentence tells nothing of the others. */
function harmlessSentences(text: string): string {
  if (!isSensitive(text)) return text;
  return text
    .split(/(?<=[.;])\s+/)
    .filter((sentence) => !isSensitive(sentence))
    .join(' ');
}

/** "Français : C2", "- Anglais (B1)": one language and a CEFR level, and nothing else. */
function isLanguageLine(text: string): boolean {
  const parts = /^[\s•·*-]*([\p{L}' ’-]+?)\s*[:(,\u2013\u2014-]?\s*(?:niveau\s+)?[abc][12]\+?\s*\)?[\s.]*$/iu.exec(
    text,
  );
  return parts?.[1] !== undefined && languageCode(parts[1]) !== null;
}

/** "Anglais courant", "Arabe : langue maternelle": one language and the words of a level. */
function isToldAlone(text: string): boolean {
  if (text.length > 45) return false;
  const [mention] = mentionsOf(text, false);
  return mention !== undefined && isNamedFirst(text) && /\p{L}/u.test(text.slice(mention.end));
}

/** "Vietnamien, français moyen": nothing but languages, two at least, whatever heading they stand under. */
function areAllLanguages(text: string): boolean {
  if (text.length > 120) return false;
  const pieces = text.split(/[,;/|•]|\s+(?:et|-)\s+/).filter((piece) => piece.trim() !== '');
  return pieces.length >= 2 && pieces.every((piece) => isNamedFirst(piece));
}

function isNamedFirst(piece: string): boolean {
  const [mention, ...others] = mentionsOf(piece, false);
  if (!mention || others.length > 0 || /\p{L}/u.test(piece.slice(0, mention.start))) return false;
  const after = piece.slice(mention.end);
  return !/\p{L}/u.test(after) || levelOf(after) !== null;
}

/** "Cours de français A1 puis A2", "FLE, niveau A1 atteint": the last level that the course gives; none while it is to come. */
function taught(text: string): FoundLanguage[] {
  const folded = fold(text);
  const level = [...folded.matchAll(/(?<![a-z0-9])([abc][12])(?![a-z0-9])/g)].at(-1)?.[1];
  if (level === undefined || notYet.test(folded)) return [];
  const named = new Set(mentionsOf(text, true).map(({ code }) => code));
  if (/\b(?:fle|fli|alphabetisation|cours? de franc\w*)\b/.test(folded)) named.add('fr');
  const [code, ...others] = named;
  return code === undefined || others.length > 0 ? [] : [{ code, level: level.toUpperCase(), passage: text.trim() }];
}

const notYet = /\b(?:en cours|prevu|prepar|inscrit|objectif)/;

/** A level alone on its line goes with the name above it: two-column pages cut them apart. */
function joined(lines: readonly CvLine[]): string[] {
  const texts: string[] = [];
  for (const { text: written } of lines) {
    // "Langue des signes A2 : ma sœur est sourde": why is left out, the language is not.
    const text = isSensitive(written) ? (written.split(/\s+:\s+/, 1)[0] ?? '') : written;
    if (isSensitive(text)) continue;
    const before = texts.at(-1);
    if (
      before !== undefined &&
      text.trim() !== '' &&
      mentionsOf(text, false).length === 0 &&
      mentionsOf(before, true).length > 0 &&
      text.length < 50
    ) {
      texts[texts.length - 1] = `${before} ${text.trim()}`;
    } else texts.push(text);
  }
  return texts;
}

interface Mention {
  code: string;
  start: number;
  end: number;
}

function languagesOf(text: string, tolerant: boolean): FoundLanguage[] {
  if (/\bnationalite/.test(fold(text))) return [];
  const mentions = mentionsOf(text, tolerant);
  return mentions.map((mention, order) => {
    const after = text.slice(mention.end, mentions[order + 1]?.start ?? text.length);
    const before = text.slice(mentions[order - 1]?.end ?? 0, mention.start);
    const own = levelOf(after);
    const words = own ??
      (isLeading(before) ? levelOf(before.split(/[,;|]/).at(-1) ?? '') : null) ?? { level: null, levelText: undefined };
    return {
      code: mention.code,
      level: words.level,
      ...(words.levelText === undefined ? {} : { levelText: words.levelText }),
      passage: text.trim(),
    };
  });
}

/** "Langue maternelle : bambara", "B2 en anglais": the level comes first. */
function isLeading(before: string): boolean {
  return /(?::|\ben)\s*$|maternelle\s*$|bilingue\s*$|\bpeu (?:l['’]|d['’]|de |le )?$/i.test(before);
}

function levelOf(text: string): { level: string | null; levelText: string | undefined } | null {
  const cefr = /(?<![\p{L}\d])([abc][12])(?:\.\d|\+)?(?![\p{L}\d])/iu.exec(text)?.[1]?.toUpperCase() ?? null;
  if (cefr) return { level: cefr, levelText: undefined };
  const words = text
    .replace(/^[\s:()\-–—,;.=•|/]+|[\s:()\-–—,;.•|/]+$/g, '')
    .replace(/\s+(?:et|puis)$|\s*\([^)]*$/, '')
    .trim();
  if (!levelWords.test(fold(words))) return null;
  return { level: null, levelText: words.slice(0, 80) };
}

const levelWords =
  /\b(?:maternel\w*|natif|native|courant\w*|couramment|bilingue|fluent\w*|notions?|bases?|basique|debutant\w*|intermediaire|avance|scolaire|professionnel\w*|technique|lue?|luu|parlee?|parl\w*|ecrite?|ecri\w*|compri\w*|comprend\w*|compren\w*|oral\w*|bon\w*|bien|moyen\w*|un peu|faible|excellent\w*|tres bon|niveau|usuel|operationnel|mother tongue|beginner|basic|good|intermediate|advanced|elementary|elementaire|autonome)\b/;

function mentionsOf(text: string, tolerant: boolean): Mention[] {
  const folded = fold(text);
  const mentions: Mention[] = [];
  // "Cours d'anglais": the article is no part of the name.
  const words = [...folded.matchAll(/(?<=\b[dl]')[a-z'-]+|(?<![a-z'])(?![dl]')[a-z-][a-z'-]*/g)];
  for (let at = 0; at < words.length; at++) {
    for (let length = 4; length >= 1; length--) {
      const first = words[at];
      const last = words[at + length - 1];
      if (!first || !last) continue;
      const end = last.index + last[0].length;
      const code = codeOfWords(folded.slice(first.index, end), tolerant && length === 1);
      if (code === null) continue;
      if (mentions.at(-1)?.code !== code) mentions.push({ code, start: first.index, end });
      at += length - 1;
      break;
    }
  }
  return mentions;
}

function codeOfWords(words: string, tolerant: boolean): string | null {
  const known = codeOfName.get(words);
  if (known !== undefined) return known;
  if (!tolerant) return null;
  const heard = codeByEar.get(words);
  if (heard !== undefined) return heard;
  if (words.length < 6 || levelWords.test(words)) return null;
  for (const [name, code] of codeOfName) {
    if (name.length >= 6 && name[0] === words[0] && editDistance(words, name, 1) <= 1) return code;
  }
  return null;
}
