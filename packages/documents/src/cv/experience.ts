import { type Period, periodsOf } from './dates.ts';
import { fold } from './fold.ts';
import type { CvReference } from './reference.ts';
import type { CvLine } from './sections.ts';
import { endsWithSecret, isSensitive } from './sensitive.ts';
import { piecesOf, type TitleFound, titleOfLine } from './titles.ts';

/** A job, an internship or volunteering: what, and when. */
export interface CvJob {
  label: string;
  from: string | null;
  to: string | null;
  passage: string;
  title: TitleFound | null;
}

/**
 * The jobs of the experience sections, in the order written. Four layouts: the date and the title on one line;
 * the date above; the title (and the employer) above the date; a title without a date.
 */
export function readJobs(lines: readonly CvLine[], reference: CvReference): CvJob[] {
  const blocks = blocksOf(lines);
  return blocks.flatMap((block) => jobsOfBlock(block, reference));
}

/** Experience sections; without any, every dated line outside training and leisure. */
function blocksOf(lines: readonly CvLine[]): string[][] {
  const blocks: string[][] = [];
  let previous: CvLine | null = null;
  for (const line of lines) {
    if (line.kind !== 'experience') continue;
    if (previous && line.order === previous.order + 1) blocks.at(-1)?.push(line.text);
    else blocks.push([line.text]);
    previous = line;
  }
  if (blocks.length > 0) return blocks;
  const told = lines.filter(({ kind }) => kind === 'header' || kind === 'other' || kind === 'project');
  return [told.flatMap(({ text }) => (isTold(text) ? text.split(/[.;,!]\s+|\s+(?=(?:puis|ensuite|et) j)/) : [text]))];
}

interface DatedLine {
  position: number;
  period: Period;
  rest: string;
}

function jobsOfBlock(block: readonly string[], reference: CvReference): CvJob[] {
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
        : filled(block, line.position + 1, next).slice(0, 2);
    for (const position of [...positions, line.position]) used.add(position);
    const texts = positions.map((position) => (position === line.position ? line.rest : (block[position] ?? '')));
    return jobOf(texts, line.period, block[line.position] ?? '', reference);
  });
  return [...jobs, ...undatedJobs(block, used, reference)];
}

function jobOf(texts: readonly string[], period: Period, passage: string, reference: CvReference): CvJob[] {
  const whole = texts.join(' ');
  const kept = texts.map(withoutSensitive).filter((text) => text !== '');
  if (isNoWork(fold(kept.join(' ')).trim())) return [];
  const titles = kept.map((text) => titleOfLine(reference, text, whole)).filter((title) => title !== null);
  const title = titles.find(({ occupation }) => occupation !== null) ?? titles[0] ?? null;
  if (!title) return [];
  const from = { from: period.from, to: period.to };
  return [
    { label: title.words, ...from, passage: isSensitive(passage) ? title.words : passageOf(texts, passage), title },
  ];
}

function passageOf(texts: readonly string[], dateLine: string): string {
  const [first] = texts;
  const trimmed = dateLine.trim();
  return first === undefined || trimmed.includes(first.trim().split('\t')[0]?.trim() ?? '') || isSensitive(first)
    ? trimmed
    : `${first.trim()} (${trimmed})`;
}

/** Titles on a line of their own, in a block that dates few or none of its jobs. */
function undatedJobs(block: readonly string[], used: ReadonlySet<number>, reference: CvReference): CvJob[] {
  if (used.size > 0) return [];
  return block.flatMap((text) => {
    if (text.trim() === '' || isProse(text) || isSensitive(text) || isNoWork(fold(text))) return [];
    const title = titleOfLine(reference, text);
    return title?.occupation && title.occupation.score >= 0.7
      ? [{ label: title.words, from: null, to: null, passage: text.trim(), title }]
      : [];
  });
}

function withoutSensitive(text: string): string {
  if (!isSensitive(text)) return text.trim();
  const kept = text.split(/\s+[-–—|]\s+|[,;()\t]|\s+et\s+/).filter((piece) => !isSensitive(piece));
  return kept
    .join(' - ')
    .replace(/^[\s:\-–]+/, '')
    .trim();
}

function isTask(text: string): boolean {
  return /^\s*(?:[•●▪■◆*\-–—>✓]|o\s)|^\s{4,}/.test(text);
}

function startsWithDate(text: string): boolean {
  const [period] = periodsOf(text);
  return period !== undefined && /^[\s•●▪■◆*\-–—>(o]*$/.test(text.slice(0, period.start));
}

function isOnlyDate(rest: string): boolean {
  return piecesOf(rest.replace(/\(?\b\d+\s*(?:mois|ans?|semaines?|jours?|months?|years?)\b\)?/gi, '')).length === 0;
}

/** Someone tells their life: each clause may hold a job. */
function isTold(text: string): boolean {
  return /\bj['’ ]?(?:ai|étais|etais)\b/i.test(text) && text.length > 40;
}

/** A sentence of a letter rather than a line of a CV. */
function isProse(text: string): boolean {
  return text.length > 160;
}

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
  return noWork.test(folded.replace(/^[\s:\-*•>o\t]+/, ''));
}

const noWork =
  /^(?:formation|formee? |cours |cap\b|bep\b|bac\b|bts\b|brevet|diplome|baccalaureat|licence (?:pro|de |en )|master|titre pro|atelier (?:de |francais|linguistique|socio)|remise a niveau|apprentissage (?:du|de la) |alphabetisation|etudes|etudiante?\b|ecole\b|scolar|lycee|universite|prepa(?:ration)? (?:a|au|du) |garantie jeunes|contrat d'engagement jeune|promo\b|permis|recyclage|certificat|habilitation|training|studies|degree|bachelor)|\b(?:recherche d'emploi|demandeu(?:r|se) d'emploi|chomage|sans (?:emploi|activite)|inactivite|periode d'inactivite|unemploy\w*|conge (?:parental|maternite|sabbatique|paternite)|annee sabbatique|(?:mere|pere|parent|femme|homme|maman) au foyer|service (?:militaire|national)|\bsnu\b|journee defense|conscription|military service|national service|incarcer\w*|detention|detenue?|prison\b|casier|maladie$|hospitalis\w*|convalescence|arret (?:de travail|maladie)$|aidante? famili\w+|proche aidante?|(?:garde|soins?|occupee? de|aide a|accompagnement de|education de|elever) (?:de )?(?:ma|mon|mes) |eleve mes enfants|vie de famille|raisons? (?:familiale|de sante|personnelle)|demande d'asile|camp de refugies|arrivee en france|exil\b|voyages?\b(?! d'affaires)$|immigration|installation en france)/;
