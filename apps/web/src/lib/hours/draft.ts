import type { HourKind, HourPayer } from '@jonction/domain/hours/line';
import type { HourWarning } from '@jonction/domain/hours/warnings';
import { addDays, addMonths, type Day, earlier } from '@jonction/domain/shared/day';
import type { Locale } from '@jonction/domain/shared/locale';
import { formatNumber } from '@jonction/domain/shared/typography';
import type { Judged } from './outcome.ts';

/** A line of the month as the form holds it: texts as typed. */
export interface DraftLine {
  /** Tells the fields of one line from another's: `l.3.heures`. */
  at: number;
  placementId: string;
  /** What it was declared as: kind, first and last day. Empty for a line that is new. */
  was: string;
  /** Its line in the ledger, to open its story. */
  lineId: string;
  kind: string;
  from: string;
  to: string;
  hours: string;
  payer: string;
  evidence: string[];
  portions: (Judged & { centihours: number; decisionReason: string | null })[];
  /** Too long days and weeks that it has a share in. */
  warnings: readonly HourWarning[];
}

export interface DeclaredLine {
  id: string;
  placementId: string;
  kind: HourKind;
  from: Day;
  to: Day;
  centihours: number;
  payer: HourPayer | null;
  evidence: string[];
  portions?: DraftLine['portions'];
  warnings?: DraftLine['warnings'];
}

export interface Worker {
  id: string;
  startsOn: Day;
  endsOn: Day | null;
  weeklyHours: number | null;
}

const weeksPerMonth = 52 / 12;

/** The days of a month on which somebody is at work: the period of a line that says nothing else. */
export function daysOf(worker: Worker, month: string): { from: Day; to: Day } {
  const first = `${month}-01`;
  const last = addDays(addMonths(first, 1), -1);
  return {
    from: worker.startsOn > first ? worker.startsOn : first,
    to: worker.endsOn === null ? last : earlier(worker.endsOn, last),
  };
}

/** The hours of a whole month at that many a week, as on a payslip: 35 a week are 151,67. */
export function monthlyHours(worker: Worker, locale: Locale): string {
  return worker.weeklyHours === null ? '' : formatNumber(worker.weeklyHours * weeksPerMonth, locale);
}

export function keyOf(line: { kind: string; from: string; to: string }): string {
  return [line.kind, line.from, line.to].join('|');
}

export function blankLine(worker: Worker, month: string, at: number): DraftLine {
  return {
    at,
    placementId: worker.id,
    was: '',
    lineId: '',
    kind: 'worked_on_site',
    ...daysOf(worker, month),
    hours: '',
    payer: '',
    evidence: [],
    portions: [],
    warnings: [],
  };
}

/** The lines already declared, then for each worker without any what the month before says (`copy`), or an empty line. */
export function draftsOf(
  given: { placements: readonly Worker[]; lines: readonly DeclaredLine[]; previous: readonly DeclaredLine[] },
  { month, copy, locale }: { month: string; copy: boolean; locale: Locale },
): DraftLine[] {
  const before = addMonths(`${month}-01`, -1).slice(0, 7);
  const drafts: DraftLine[] = [];
  for (const worker of given.placements) {
    const own = given.lines.filter(({ placementId }) => placementId === worker.id);
    const last = given.previous.filter((line) => {
      const days = daysOf(worker, before);
      // An absence of some days is last month's own: only what ran over the whole month is copied.
      return line.placementId === worker.id && line.from <= days.from && line.to >= days.to;
    });
    if (own.length > 0) for (const line of own) drafts.push(declared(line, drafts.length, locale));
    else if (copy && last.length > 0) {
      for (const line of last) {
        const blank = blankLine(worker, month, drafts.length);
        drafts.push({
          ...blank,
          kind: line.kind,
          payer: line.payer ?? '',
          hours: formatNumber(line.centihours / 100, locale),
        });
      }
    } else drafts.push(blankLine(worker, month, drafts.length));
  }
  return drafts;
}

function declared(line: DeclaredLine, at: number, locale: Locale): DraftLine {
  return {
    at,
    placementId: line.placementId,
    was: keyOf(line),
    lineId: line.id,
    kind: line.kind,
    from: line.from,
    to: line.to,
    hours: formatNumber(line.centihours / 100, locale),
    payer: line.payer ?? '',
    evidence: line.evidence,
    portions: line.portions ?? [],
    warnings: line.warnings ?? [],
  };
}
