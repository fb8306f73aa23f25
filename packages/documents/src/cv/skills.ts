import { fold } from './fold.ts';
import { languageCode } from './languages.ts';
import { type CvReference, findSkill } from './reference.ts';
import type { CvLine } from './sections.ts';
import { isSensitive } from './sensitive.ts';
import { spokenSkills } from './spoken.ts';
import { namesTool } from './tasks.ts';
import { isKnownTitle } from './titles.ts';

/** Words as the person wrote them, and the skill of the reference they name, if any. */
export interface CvSkill {
  label: string;
  item: string | null;
}

export interface FoundSkill extends CvSkill {
  passage: string;
}

/** The items of the skills sections, then the tasks told under jobs, once each. Languages, licences and sensitive words are not skills. */
export function readSkills(
  lines: readonly CvLine[],
  tasks: readonly { label: string; passage: string }[],
  reference: CvReference,
): FoundSkill[] {
  const listed = lines.filter(({ kind, text }) => kind === 'skills' && text.trim() !== '');
  const items = listed
    // A plain line above bullets titles them: "Auprès des enfants".
    .filter(({ text, inline }, at) => inline || bullet.test(text) || !bullet.test(listed[at + 1]?.text ?? ''))
    .flatMap(({ text }) => {
      const spoken = spokenSkills(text);
      return (spoken.length > 0 ? spoken : itemsOf(text)).map((label) => ({ label, passage: text.trim() }));
    });
  const said = lines
    .filter(({ kind }) => kind === 'header' || kind === 'project' || kind === 'other')
    .flatMap(({ text }) => spokenSkills(text).map((label) => ({ label, passage: text.trim() })));
  return skillsOf([...items, ...said, ...tasks], reference);
}

export function skillsOf(items: readonly { label: string; passage: string }[], reference: CvReference): FoundSkill[] {
  const skills = new Map<string, FoundSkill>();
  for (const { label, passage } of items) {
    const key = fold(label);
    if (skills.has(key) || isSensitive(label) || !isSkill(key) || isNamedElsewhere(label, reference)) continue;
    skills.set(key, {
      label,
      item: findSkill(reference.skills, label)?.code ?? null,
      passage: isSensitive(passage) ? label : passage,
    });
  }
  return [...skills.values()];
}

/** A language with its level, or who somebody is ("repasseuse"): other fields hold these. */
function isNamedElsewhere(label: string, reference: CvReference): boolean {
  const [first = '', ...others] = fold(label).split(/[\s:(]+/);
  if (languageCode(first) !== null && others.every((word) => ofLevel.test(word))) return true;
  return person.test(fold(label)) && !namesTool(label) && isKnownTitle(reference, label);
}

const ofLevel =
  /^(?:[abc][12]|moyen|bien|bon|courant|scolaire|notions?|lu|parle|ecrit|maternel\w*|debutant|niveau|un|peu|tres|langue|bilingue|et)\W*$/;
const person = /^(?:\w{2,}(?:eur|euse|trice|iere|enne|iste)|employee?|ouvriere?|agente?)(?![a-z])/;

/** "Informatique : Word, Excel (bases) / Sage" is three items. */
function itemsOf(line: string): string[] {
  const bare = withoutRowTitle(line.replace(bullet, ''));
  const colon = /^([^:]{2,45}?)\s?:\s*(.*)$/.exec(bare);
  const list = colon ? (colon[2] ?? '') : bare;
  if (list === '') return [];
  return splitOutsideBrackets(list)
    .map((item) =>
      item
        .replace(bullet, '')
        .replace(/[\s.;,]+$/, '')
        .trim(),
    )
    .filter((item) => item.length >= 2);
}

/** "WMS<tab>Reflex": one word beside a list titles it. */
function withoutRowTitle(line: string): string {
  const [title = '', ...cells] = line.split('\t');
  return cells.some((cell) => cell.trim() !== '') && !/\s/.test(title.trim()) ? cells.join('\t') : line;
}

const bullet = /^\s*(?:[•●▪■◆*✓>→\-–—·]+|o(?=\s))\s*/;

function splitOutsideBrackets(list: string): string[] {
  const items: string[] = [];
  let depth = 0;
  let item = '';
  for (const piece of list.split(/(\s+[/|–—-]\s+|[,;•|()\t]|\s{3,})/)) {
    if (piece === '(') depth++;
    if (piece === ')') depth = Math.max(0, depth - 1);
    if (depth === 0 && piece !== ')' && /^(?:\s+[/|–—-]\s+|[,;•|\t]|\s{3,})$/.test(piece)) {
      items.push(item);
      item = '';
    } else item += piece;
  }
  return [...items, item];
}

function isSkill(folded: string): boolean {
  if (folded.length > 110 || !/[a-z]{2}|c\+\+|c#/.test(folded)) return false;
  return (
    !qualities.test(folded) &&
    !/[«»]|\b(?:m|mme|mr) \. |^(?:m\.|mme|mr) /.test(folded) &&
    !/^(?:permis\b|caces\b|langues?\b|mobile\b|vehicule\b|loisirs\b)|^\d|@|^(?:niveau )?[abc][12]$/.test(folded)
  );
}

/** What somebody says of a character: asked for at an interview, compared with nothing. */
const qualities =
  /^(?:tres |bonne? |grande? |le |la |l'|sens d\w+ |esprit |capacite (?:d'|a |de )|je suis )*(?:ponctuel\w*|dynami\w+|motiv\w+|serieu\w+|rigoureu\w+|rigueur|autonom\w+|organise\w*|sens de l'organisation|souriant\w*|patient\w*|patience|polyvalent\w*|polyvalence|volontaire|courageu\w+|travailleu\w+|honnete\w*|discret|discrete|disponib\w+|adapta\w+|presentation|initiatives?|responsabilites?|minutieu\w+|soigneu\w+|calme|gentil\w*|aimable|respectueu\w+|curieu\w+|resistante?|robuste|manuelle?|debrouillarde?|a l'ecoute|fiable|assidu\w*|loyal\w*|creati\w+|hard.?working|reliable|punctual|team player|friendly|ponctualite|dynamisme|motivation|serieux|courage|honnetete|discretion|ecoute|relationnel|contact|proprete|rapidite|rapide|bonne humeur|travail en equipe|adaptabilite|adaptation|reactivite|reactive?|politesse|polie?|matinale?|resistance au stress|gestion du stress|force de proposition|pas de vertige|(?:je )?m'adapte \w+)(?: et \w+)?$|^(?:mon |le |l'|la |bon |excellent )?(?:esprit d|gout d|sens d|facilites? d|gout pour|sens de)(?:e |u |es |')?.*$/;
