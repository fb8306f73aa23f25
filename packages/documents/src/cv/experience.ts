import {
  bareOf,
  isOnlyDate,
  isProse,
  isTask,
  isTold,
  startsWithDate,
  titleBelow,
  titleJustAbove,
} from './block-lines.ts';
import { type Period, periodsOf } from './dates.ts';
import { fold } from './fold.ts';
import type { CvReference } from './reference.ts';
import type { CvLine } from './sections.ts';
import { endsWithSecret, isSensitive, withoutSensitive } from './sensitive.ts';
import { tasksBesideJob, tasksInBracket, tasksInSentence, tasksOfLine } from './tasks.ts';
import { namesPerson, piecesOf, type TitleFound, titleOfLine, withoutOthers } from './titles.ts';
import { isWorkInfinitive } from './work-verbs.ts';

/** A job, an internship or volunteering: what, and when. */
export interface CvJob {
  label: string;
  from: string | null;
  to: string | null;
  passage: string;
  title: TitleFound | null;
  /** An internship or volunteering whose occupation is not said, or was only looked at: experience, and nothing held. */
  trial: boolean;
}

/**
 * The jobs of the experience sections, in the order written. Four layouts: the date and the title on one line;
 * the date above; the title (and the employer) above the date; a title without a date.
 */
export function readJobs(lines: readonly CvLine[], reference: CvReference): { jobs: CvJob[]; tasks: CvTask[] } {
  const read = [...blocksOf(lines), ...givenElsewhere(lines)].map((block) => jobsOfBlock(block, reference));
  return { jobs: read.flatMap(({ jobs }) => jobs), tasks: read.flatMap(({ tasks }) => tasks) };
}

/** A task told under a job, and the line that tells it. */
export interface CvTask {
  label: string;
  passage: string;
}

/** "Bénévole aux Paniers Solidaires depuis 2019", under whatever heading but that of jobs. */
function givenElsewhere(lines: readonly CvLine[]): Block[] {
  if (lines.every(({ kind }) => kind !== 'experience')) return [];
  return lines
    .filter(({ kind, text }) => kind !== 'experience' && given.test(fold(text)) && periodsOf(text).length > 0)
    .map(({ text }) => ({ texts: [text], given: true }));
}

const given = /^\W*(?:\w+ \d{4}\W+|[\d\s/.-]*:?\s*)?(?:benevol\w+|volunteer\w*|(?:sapeur\W)?pompier\w? volontaire)\b/;

/** Experience sections; without any, every dated line outside training and leisure. */
interface Block {
  texts: string[];
  /** Work given for nothing: a course that is given there is no training. */
  given: boolean;
}

function blocksOf(lines: readonly CvLine[]): Block[] {
  const blocks: Block[] = [];
  let previous: CvLine | null = null;
  for (const line of lines) {
    if (line.kind !== 'experience') continue;
    const given = /benevol|volunt|volontar|associati/.test(line.heading);
    const block = previous && line.order === previous.order + 1 ? blocks.at(-1) : undefined;
    if (block && block.given === given) block.texts.push(...jobsOnOneLine(line.text));
    else blocks.push({ texts: jobsOnOneLine(line.text), given });
    previous = line;
  }
  if (blocks.length > 0) return blocks;
  const told = lines.filter(({ kind }) => kind === 'header' || kind === 'other' || kind === 'project');
  const texts = told.flatMap(({ text }) =>
    isTold(text) ? text.split(/[.;,!]\s+|\s+(?=(?:puis|ensuite|et) j)/) : jobsOnOneLine(text),
  );
  return [{ texts, given: false }];
}

/** "Blanchisserie 2016 à 2022, pressing 2010-2015" is two jobs: each part has words and a date of its own. */
function jobsOnOneLine(text: string): string[] {
  const [head = '', ...said] = text.split(/(?<=[\p{L}\d)]{2})\.\s+(?=\p{Lu})/u);
  // "Conductrice, Cars du Midi, depuis 2021. Ramassage des élèves, vente de titres": what follows the dated words is told.
  if (said.length > 0 && text.length > longestHead && head.length <= longestHead && periodsOf(head).length === 1)
    return [...jobsOnOneLine(head), said.join('. ')];
  if (text.length > 240) return [text];
  const parts = text.split(/[,;]\s+/);
  const whole = parts.every((part) => periodsOf(part).length === 1 && /\p{L}{4}/u.test(withoutPeriods(part)));
  return parts.length > 1 && whole ? parts : [text];
}

const longestHead = 120;

function withoutPeriods(text: string): string {
  return periodsOf(text).reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
}

interface DatedLine {
  position: number;
  period: Period;
  rest: string;
}

function jobsOfBlock({ texts: block, given }: Block, reference: CvReference): { jobs: CvJob[]; tasks: CvTask[] } {
  const dated: DatedLine[] = [];
  for (const [position, text] of block.entries()) {
    const period = periodsOf(text).find(({ end }) => !endsWithSecret(text.slice(0, end)));
    const [firstDated] = dated;
    // Under a job written plainly, a bullet is one of its tasks; where jobs are bullets, it is a job.
    if (firstDated && isTask(text) && !isTask(block[firstDated.position] ?? '') && !startsWithDate(text)) continue;
    if (!period || (isProse(text) && !startsWithDate(text))) continue;
    dated.push({ position, period, rest: `${text.slice(0, period.start)} \t ${text.slice(period.end)}`.trim() });
  }
  const alone = dated.filter(({ rest }) => isOnlyDate(rest));
  const titleAbove = alone.length > dated.length / 2 && isTitleAbove(block, dated);
  const depth = titleAbove ? headDepth(block, dated) : 0;
  const used = new Set<number>();
  const jobs = dated.flatMap((line, order) => {
    const next = dated[order + 1]?.position ?? block.length;
    const before = dated[order - 1]?.position ?? -1;
    const positions = !isOnlyDate(line.rest)
      ? [line.position]
      : titleAbove
        ? filled(block, Math.max(before + 1, line.position - 4), line.position).slice(-depth)
        : titleJustAbove(block, line.position, before) && isTask(block[line.position + 1] ?? '')
          ? [line.position - 1]
          : filled(block, line.position + 1, next).slice(0, 2);
    // "Docker occasionnel", then "Manutention du Port | 2010 - 2013": who works stands above where.
    const firm =
      !isOnlyDate(line.rest) && titleJustAbove(block, line.position, before) && !namesPerson(bareOf(line.rest));
    if (firm && namesPerson(bareOf(block[line.position - 1] ?? ''))) positions.unshift(line.position - 1);
    // "Transports Garonne | 2022 - 2025", then "Agente d'exploitation": who works stands below where.
    if (!firm && isFirm(line.rest, reference) && titleBelow(block, line.position, next))
      positions.unshift(line.position + 1);
    for (const position of [...positions, line.position]) used.add(position);
    const texts = positions.map((position) => (position === line.position ? line.rest : (block[position] ?? '')));
    return jobOf(texts, line.period, { passage: block[line.position] ?? '', given }, reference);
  });
  return { jobs: [...jobs, ...undatedJobs(block, used, reference)], tasks: tasksOfBlock(block, used) };
}

const longestTask = 400;

/** Under the first job of a block; where the jobs themselves are a list, their tasks are plain lines. */
function tasksOfBlock(block: readonly string[], used: ReadonlySet<number>): CvTask[] {
  const first = Math.min(...used);
  const jobsAreListed = isTask(block[first] ?? '');
  return block.flatMap((text, position) => {
    if (text.length > longestTask || isSensitive(text) || isIdle(fold(text))) return [];
    const told = (labels: string[]): CvTask[] => labels.map((label) => ({ label, passage: text.trim() }));
    const listed = isTask(text) && !jobsAreListed;
    if (used.has(position) && !listed) {
      const beside = periodsOf(text).length > 0 ? tasksBesideJob(text) : tasksOfLine(text, false);
      return told([...tasksInBracket(text), ...beside, ...tasksInSentence(text)]);
    }
    return told([...(listed ? [] : tasksInBracket(text)), ...tasksOfLine(text, listed), ...tasksInSentence(text)]);
  });
}

/** Words beside years that are neither somebody nor the name of a job. */
function isFirm(rest: string, reference: CvReference): boolean {
  const named = isOnlyDate(rest) || namesPerson(bareOf(rest));
  return !named && (titleOfLine(reference, rest)?.occupation?.score ?? 0) < sureBesideSecret;
}

function jobOf(
  texts: readonly string[],
  period: Period,
  { passage, given }: { passage: string; given: boolean },
  reference: CvReference,
): CvJob[] {
  const whole = texts.join(' ');
  const kept = texts.map(withoutSensitive).filter((text) => text !== '');
  // What comes first says what the time was: prison, then "travail en atelier".
  const [first = ''] = piecesOf(texts[0] ?? '');
  if (isNoWork(fold(first)) && (!given || isSensitive(first))) return [];
  if (!given && isNoWork(fold(kept.join(' ')).trim())) return [];
  const titles = kept.map((text) => titleOfLine(reference, text, whole)).filter((title) => title !== null);
  const title = titles.find(({ occupation }) => occupation !== null) ?? titles[0] ?? null;
  // Beside what no field may hold, only a job that the tables know is kept: the rest may be more of the same.
  if (!title || (isSensitive(whole) && (title.occupation?.score ?? 0) < sureBesideSecret)) return [];
  const from = { from: period.from, to: period.to };
  return [
    {
      label: title.words,
      ...from,
      passage: isSensitive(passage) ? title.words : passageOf(texts, passage),
      title,
      trial: (given || isTrial(whole)) && (isLook(whole) || !isSurelyHeld(title)),
    },
  ];
}

function isTrial(text: string): boolean {
  return /\b(?:stages?|stagiaire|pmsmp|immersion|periode de mise en situation|observation|intern(?:ship)?|trainee|benevol\w*|volontaire|volunteer\w*)\b/.test(
    fold(text),
  );
}

function isLook(text: string): boolean {
  return /\b(?:observation|decouverte|3e(?:me)?|troisieme)\b/.test(fold(text));
}

/** "Stage de vente" resembles many titles; "apprentie coiffeuse" is one. */
function isSurelyHeld({ words, occupation }: TitleFound): boolean {
  const score = occupation?.score ?? 0;
  return (
    score === 1 || (score >= sureOfTrial && namesPerson(words.replace(/^\W*stages? (?:de |d['’]|en |comme )?/i, '')))
  );
}

const sureOfTrial = 0.85;
const sureBesideSecret = 0.7;

function passageOf(texts: readonly string[], dateLine: string): string {
  const [first] = texts;
  const trimmed = dateLine.trim();
  return first === undefined || trimmed.includes(first.trim().split('\t')[0]?.trim() ?? '') || isSensitive(first)
    ? trimmed
    : `${first.trim()} (${trimmed})`;
}

/** Titles on a line of their own: in a block that dates none of its jobs, or as an item of a list that dates others. */
function undatedJobs(block: readonly string[], used: ReadonlySet<number>, reference: CvReference): CvJob[] {
  const first = Math.min(...used);
  const jobsAreListed = isTask(block[first] ?? '');
  return block.flatMap((text, position) => {
    if (used.size > 0 && (used.has(position) || !((jobsAreListed && isTask(text)) || lasted.test(text)))) return [];
    if (text.trim() === '' || isProse(text) || isSensitive(text) || isNoWork(fold(text))) return [];
    // "Laver les plaques et le sol" is a task, whatever title it resembles.
    if (isWorkInfinitive(/^\W*([a-z]+)/.exec(fold(text))?.[1] ?? '')) return [];
    const title = titleOfLine(reference, /^\W*(?:je|j['’]) ?\p{L}/iu.test(text) ? withoutOthers(text) : text);
    return title?.occupation && (used.size === 0 || title.occupation.score >= 0.7)
      ? [{ label: title.words, from: null, to: null, passage: text.trim(), title, trial: false }]
      : [];
  });
}

/** "2 ans", "6 mois" at the end of a line: a job that says how long and not when. */
const lasted = /(?<!\p{L})\d{1,2} ?(?:ans?|mois)\)?\s*$/iu;

function isTitleAbove(block: readonly string[], dated: readonly DatedLine[]): boolean {
  const first = dated[0]?.position ?? 0;
  return block.slice(0, first).some((text) => text.trim() !== '');
}

/** How many lines stand above the first date: the others are laid out alike. */
function headDepth(block: readonly string[], dated: readonly DatedLine[]): number {
  const first = dated[0]?.position ?? 0;
  return Math.max(1, Math.min(3, filled(block, 0, first).length));
}

function filled(block: readonly string[], from: number, until: number): number[] {
  const positions: number[] = [];
  for (let position = from; position < until; position++)
    if ((block[position] ?? '').trim() !== '') positions.push(position);
  return positions;
}

/** Training, unemployment, care at home, national service, time that is nobody's business. */
function isNoWork(folded: string): boolean {
  return isIdle(folded) || training.test(folded.replace(/^[\s:\-*•>o\t]+/, ''));
}

function isIdle(folded: string): boolean {
  return idle.test(folded);
}

const training =
  /^(?:formation|formee? |cours? |recyclage|cap\b(?!\W+vert)|bep\b|bac\b|bts\b|brevet|diplome|baccalaureat|licence (?:pro|de |en )|master|titre pro|atelier (?:de |francais|linguistique|socio)|remise a niveau|apprentissage (?:du|de la) |alphabetisation|etudes|etudiante?\b|ecole\b|scolar|lycee|universite|prepa(?:ration)? (?:a|au|du) |garantie jeunes|contrat d'engagement jeune|promo\b|permis|recyclage|certificat|habilitation|training|studies|degree|bachelor)/;
const idle =
  /\b(?:recherche d'emploi|demandeu(?:r|se) d'emploi|chomage|sans (?:emploi|activite)|inactivite|periode d'inactivite|unemploy\w*|conge (?:parental|maternite|sabbatique|paternite)|annee sabbatique|(?:mere|pere|parent|femme|homme|maman) au foyer|service (?:militaire|national)|\bsnu\b|journee defense|conscription|military service|national service|incarcer\w*|detention|detenue?|prison\b|casier|maladie$|hospitalis\w*|convalescence|arret (?:de travail|maladie)$|aidante? famili\w+|proche aidante?|(?:garde|soins?|occupee? de|aide a|accompagnement de|education de|elever) (?:de )?(?:ma|mon|mes) |(?:garde|soins?) (?:de |d'|des )\w+ (?:de |a )(?:ma|mon|mes) |eleve mes enfants|vie de famille|raisons? (?:familiale|de sante|personnelle)|demande d'asile|camp de refugies|arrivee en france|exil\b|voyages?\b(?! d'affaires)$|immigration|installation en france)/;
