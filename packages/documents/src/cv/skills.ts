import { fold } from './fold.ts';
import { languageCode } from './languages.ts';
import { isQuality } from './qualities.ts';
import { type CvReference, findSkill } from './reference.ts';
import type { CvLine } from './sections.ts';
import { isSensitive } from './sensitive.ts';
import { spokenSkills } from './spoken.ts';
import { tasksInBracket, twoTasks } from './tasks.ts';
import { isKnownTitle } from './titles.ts';
import { namesTool } from './work-words.ts';

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
    .filter(
      ({ text, inline }, at) =>
        inline || /[,;]/.test(text) || bullet.test(text) || !bullet.test(listed[at + 1]?.text ?? ''),
    )
    .flatMap(({ text }) => {
      const spoken = spokenSkills(text);
      return (spoken.length > 0 ? spoken : itemsOf(text)).map((label) => ({ label, passage: text.trim() }));
    });
  const said = lines
    .filter(({ kind }) => kind === 'header' || kind === 'project' || kind === 'other')
    .flatMap(({ text }) =>
      [...spokenSkills(text), ...(spokenSkills(text).length > 0 ? tasksInBracket(text) : []), ...masteredIn(text)].map(
        (label) => ({ label, passage: text.trim() }),
      ),
    );
  return skillsOf([...items, ...said, ...tasks], reference);
}

/** "Compétences en électrotechnique, pneumatique et hydraulique", in a summary. */
function masteredIn(text: string): string[] {
  const list = mastered.exec(text)?.[1] ?? '';
  return list
    .split(/[.;:]/, 1)
    .join('')
    .split(/\s*,\s*|\s+et\s+/)
    .map((item) => item.replace(/^(?:en |de |d['’]|du |des |la |le |les |l['’])+/i, '').trim())
    .filter((item) => item.length >= 3 && item.split(/\s+/).length <= 5);
}

const mastered =
  /(?:^|[.;•,]\s*|\bet (?:de |une )?)(?:bonnes? |solides? |excellentes? |parfaite |grande )?(?:comp[ée]tences?|connaissances?|ma[iî]trise|comp[ée]tente? |exp[ée]rience) (?:en (?!france|tant|cdi|cdd|int[ée]rim|entreprise)|de la |du |des |de l['’]|dans (?:la |le |les |l['’]))(.{4,160})/iu;

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
const person = /^(?:\w{2,}(?:eur|euse|trice|iere|enne|iste)|employee?|ouvriere?|agente?|aide|commis|cheff?e?)(?![a-z])/;

/** "Informatique : Word, Excel (bases) / Sage" is three items. */
function itemsOf(line: string): string[] {
  const bare = withoutRowTitle(line.replace(bullet, ''));
  const colon = /^([^:]{2,45}?)\s?:\s*(.*)$/.exec(bare);
  const list = colon ? (colon[2] ?? '') : bare;
  if (list === '') return [];
  // "Repassage : très bien": how well is no skill.
  if (colon && howWell.test(fold(list))) return [(colon[1] ?? '').trim()];
  // "Excel : tableaux croisés": the title is what is known.
  const software = colon && knownSoftware.test(fold(colon[1] ?? '')) ? [colon[1] ?? ''] : [];
  return [...software, ...splitOutsideBrackets(list)]
    .map((item) =>
      item
        .replace(bullet, '')
        .replace(/[\s.;,]+$/, '')
        .trim(),
    )
    .filter((item) => item.length >= 2)
    .flatMap(twoTasks)
    .flatMap(withSoftware);
}

/** "Relevés de production sur GPAO", "Saisie informatique sur I-Milo": a task and what it is done with. */
function withSoftware(item: string): string[] {
  const found =
    /^(.{6,}?)\s+(?:sur|sous|dans|avec) (?:le |l['’]|la )?(?:logiciel )?(\p{Lu}[\p{L}\d-]*\p{Lu}[\p{L}\d-]*)$/u.exec(
      item,
    );
  return found ? [found[1] ?? '', found[2] ?? ''] : [item];
}

/** "WMS<tab>Reflex": one word beside a list titles it. */
function withoutRowTitle(line: string): string {
  const [title = '', ...cells] = line.split('\t');
  const titled = !/\s/.test(title.trim()) || (cells.length === 1 && cells.some((cell) => cell.includes(',')));
  return cells.some((cell) => cell.trim() !== '') && titled ? cells.join('\t') : line;
}

const bullet = /^\s*(?:[•●▪■◆*✓>→\-–—·]+|o(?=\s))\s*/;

const howWell =
  /^(?:(?:tres|assez) )?(?:bien|bonne?|bonnes? (?:maitrise|connaissances?|bases)|moyen(?:ne)?|debutante?|confirmee?|experte?|avancee?|intermediaire|notions?|bases?|ok|oui|maitrise|autonome|niveau [\w ]{1,12}|\d+ ans?|\d ?\/ ?\d+|[+*x]{1,5})\W*$/;

const knownSoftware =
  /^(?:word|excel|powerpoint|outlook|access|sage|ciel|ebp|sap|photoshop|indesign|illustrator|autocad|sketchup|solidworks|canva|gmao|erp|crm|wms)\b[\w ]{0,12}$/;

function splitOutsideBrackets(list: string): string[] {
  const items: string[] = [];
  let depth = 0;
  let item = '';
  for (const piece of list.split(/(\s+[/|–—+-]\s+(?!\+)|[,;•|()\t](?! *(?:sans|avec|dont) )|\s{3,})/)) {
    if (piece === '(') depth++;
    if (piece === ')') depth = Math.max(0, depth - 1);
    if (depth === 0 && piece !== ')' && /^(?:\s+[/|–—+-]\s+|[,;•|\t]|\s{3,})$/.test(piece)) {
      items.push(item);
      item = '';
    } else item += piece;
  }
  return [...items, item];
}

function isSkill(folded: string): boolean {
  if (folded.length > 110 || !/[a-z]{2}|c\+\+|c#|^\d[sd]$/.test(folded)) return false;
  return (
    !isQuality(folded) &&
    !/[«»]|\b(?:m|mme|mr) \. |^(?:m\.|mme|mr) /.test(folded) &&
    !/^(?:permis\b|caces\b|langues?\b|mobile\b|vehicule\b|loisirs\b)|^\d(?![sd]\b)|@|^(?:niveau )?[abc][12]$/.test(
      folded,
    )
  );
}
