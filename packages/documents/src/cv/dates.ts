import { fold } from './fold.ts';

/** A stretch of time as a CV writes it: `YYYY-MM` or `YYYY`, `to` null while it lasts; where it stands in the line. */
export interface Period {
  from: string;
  to: string | null;
  start: number;
  end: number;
}

interface Atom {
  year: number | null;
  month: number | null;
  /** "à ce jour", "actuellement". */
  ongoing: boolean;
  /** A two-digit year: only believed in a range. */
  short: boolean;
  start: number;
  end: number;
}

const months: readonly RegExp[] = [
  /^(?:janvier|janv|january|jan)/,
  /^(?:fevrier|fevr|february|fev|feb)/,
  /^(?:mars|march|mar)/,
  /^(?:avril|april|avr|apr)/,
  /^(?:mai|may)/,
  /^(?:juin|june|jun)/,
  /^(?:juillet|juill|juil|july|jul)/,
  /^(?:aout|august|aug|aou)/,
  /^(?:septembre|september|sept|sep)/,
  /^(?:octobre|october|oct)/,
  /^(?:novembre|november|nov)/,
  /^(?:decembre|december|dec)/,
];

const monthNames =
  'janvier|janv|january|jan|fevrier|fevr|february|fev|feb|mars|march|mar|avril|april|avr|apr|mai|may|juin|june|jun|juillet|juill|juil|july|jul|aout|august|aug|aou|septembre|september|sept|sep|octobre|october|oct|novembre|november|nov|decembre|december|dec';
const year = '(?:19[5-9]\\d|20[0-6]\\d)';
const atoms = new RegExp(
  [
    // 01/09/2015, 1.9.2015
    `(?<![\\d/.])(?:0?[1-9]|[12]\\d|3[01])[/.](?<dayMonth>0?[1-9]|1[0-2])[/.](?<dayYear>${year}|\\d{2})(?![\\d/.]\\d|\\d)`,
    // 2021-03(-15)
    `(?<![\\d/.-])(?<isoYear>${year})-(?<isoMonth>0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?(?!\\d)`,
    // 03/2018, 03.2018, 3-2018
    `(?<![\\d/.])(?<slashMonth>0?[1-9]|1[0-2])\\s?[/.-]\\s?(?<slashYear>${year})(?!\\d)`,
    // 1er mars 2018, mars 2018, mars '18, mars
    `(?:\\b(?:1er|[12]?\\d|3[01])\\s+)?\\b(?<month>${monthNames})\\b\\.?(?:\\s*(?:de\\s+|-\\s?)?(?<monthYear>${year})(?!\\d)|\\s?'?(?<monthShort>\\d{2})(?![\\d/.]))?`,
    // été 2016, fin 2019
    `\\b(?:ete|hiver|automne|printemps|summer|winter|spring|autumn|debut|fin|courant|annee)\\s+(?:de\\s+|l'annee\\s+)?(?<seasonYear>${year})(?!\\d)`,
    `(?<![\\d.,])(?<!\\b\\d{1,2}/)(?<year>${year})(?![\\d])(?!\\s?(?:h|€|euros|heures)\\b)`,
    // 06/23: only in a range
    `(?<![\\d/.])(?<shortMonth>0[1-9]|1[0-2])/(?<shortYear>\\d{2})(?![\\d/.])`,
    `(?<ongoing>\\b(?:a ce jour|ce jour|aujourd'?\\s?hui|a present|present|presente|actuel(?:lement|le)?|auj|ajd|nos jours|toujours|hoje|hasta hoy|prezent|en activite|en cours|maintenant|en poste|now|today|current(?:ly)?|ongoing)\\b)`,
  ].join('|'),
  'g',
);

const joins =
  /^\s*(?:\.|,)?\s*(?:a|au|aux|jusqu'?\s?(?:a|au|en|aux)|-+|\/|>+|to|until|till|ate|hasta|pana|et|=>|->|~|\t|d')?\s*(?:a|en|fin|le|l'|au|d')?\s*$/;
const since =
  /(?:^|[^a-z])(?:depuis|since|a partir de|a compter de|des)\s*(?:le|l'annee|l'ete|la|debut|fin|mi-?|:)?\s*$/;

/** The periods of a line, left to right. */
export function periodsOf(line: string): Period[] {
  const folded = fold(line);
  const found = atomsOf(folded);
  const periods: Period[] = [];
  for (let at = 0; at < found.length; at++) {
    const first = found[at];
    const second = found[at + 1];
    if (!first || first.ongoing) continue;
    const isSince = since.test(folded.slice(0, first.start));
    const joined = second !== undefined && joins.test(folded.slice(first.end, second.start));
    if (second && joined && (second.ongoing || !isSince)) {
      const period = rangeOf(first, second);
      if (period) {
        periods.push(widened(folded, period));
        at += 1;
        continue;
      }
    }
    if (first.year === null || (first.short && !isSince)) continue;
    const school = schoolYear(folded, first);
    if (school) {
      periods.push(widened(folded, school));
      continue;
    }
    const value = written(first.year, first.month);
    periods.push(widened(folded, { from: value, to: isSince ? null : value, start: first.start, end: first.end }));
  }
  return periods;
}

/** "2013/14", "2013-14": the second year in two digits, a few years after the first. */
function schoolYear(folded: string, { year, month, start, end }: Atom): Period | null {
  const second = /^\s?[/-]\s?(\d{2})(?![\d/.-]|\s?(?:ans|mois|h\b))/.exec(folded.slice(end));
  if (!second || year === null || month !== null) return null;
  const last = Math.floor(year / 100) * 100 + Number(second[1]);
  return last > year && last <= year + mostYears
    ? { from: String(year), to: String(last), start, end: end + second[0].length }
    : null;
}

const mostYears = 15;

function atomsOf(folded: string): Atom[] {
  return [...folded.matchAll(atoms)].map((match) => {
    const groups = match.groups ?? {};
    const name = groups.month;
    const number = groups.dayMonth ?? groups.isoMonth ?? groups.slashMonth ?? groups.shortMonth;
    const full =
      groups.dayYear ?? groups.isoYear ?? groups.slashYear ?? groups.monthYear ?? groups.seasonYear ?? groups.year;
    const short = groups.monthShort ?? groups.shortYear;
    const text = full ?? short;
    return {
      year: text === undefined ? null : fullYear(Number(text)),
      month:
        name === undefined
          ? number === undefined
            ? null
            : Number(number)
          : months.findIndex((month) => month.test(name)) + 1,
      ongoing: groups.ongoing !== undefined,
      short: full === undefined && short !== undefined,
      start: match.index,
      end: match.index + match[0].length,
    };
  });
}

function fullYear(year: number): number {
  if (year >= 100) return year;
  return year < 60 ? 2000 + year : 1900 + year;
}

function rangeOf(first: Atom, second: Atom): Period | null {
  const { start } = first;
  const { end } = second;
  if (second.ongoing)
    return first.year === null ? null : { from: written(first.year, first.month), to: null, start, end };
  if (second.year === null) return null;
  // "juillet-août 2019", "de janvier à juin 2023": the year is written once.
  const from = written(first.year ?? second.year, first.month);
  const to = written(second.year, second.month);
  return from.slice(0, 4) > to.slice(0, 4) ? null : { from, to, start, end };
}

function written(year: number, month: number | null): string {
  return month === null || month === 0 ? String(year) : `${year}-${String(month).padStart(2, '0')}`;
}

/** Takes in the small words that belong to the date: "de", "depuis", "(", ")". */
function widened(folded: string, period: Period): Period {
  const before =
    /(?:(?:^|[\s(,:-])(?:depuis|since|du|de|d'|en|from|le|l'annee|l'ete|a partir de|des|annee|annees)\s*(?:le|debut|fin)?\s*)$/.exec(
      folded.slice(0, period.start),
    );
  const start = before ? period.start - before[0].length : period.start;
  return { ...period, start };
}
