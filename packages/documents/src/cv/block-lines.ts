import { periodsOf } from './dates.ts';
import { fold } from './fold.ts';
import { isSensitive } from './sensitive.ts';
import { namesPerson, piecesOf } from './titles.ts';
import { isWorkInfinitive } from './work-verbs.ts';

export function isTask(text: string): boolean {
  return /^\s*(?:[•●▪■◆*\-–—>✓|]|o\s)|^\s{4,}/.test(text);
}

export function startsWithDate(text: string): boolean {
  const [period] = periodsOf(text);
  return period !== undefined && /^[\s•●▪■◆*\-–—>(o]*$/.test(text.slice(0, period.start));
}

export function isOnlyDate(rest: string): boolean {
  return piecesOf(rest.replace(/\(?\b\d+\s*(?:mois|ans?|semaines?|jours?|months?|years?)\b\)?/gi, '')).length === 0;
}

/** Someone tells their life: each clause may hold a job. */
export function isTold(text: string): boolean {
  return /\bj['’ ]?(?:ai|étais|etais)\b/i.test(text) && text.length > 40;
}

/** A sentence of a letter rather than a line of a CV. */
export function isProse(text: string): boolean {
  return text.length > 160 && !(isTask(text) && periodsOf(text.slice(0, 90)).length > 0);
}

/** A plain line right above a date, which belongs to no job before it. */
export function titleJustAbove(block: readonly string[], position: number, before: number): boolean {
  const above = block[position - 1] ?? '';
  return (
    position - 1 > before &&
    above.trim() !== '' &&
    above.length <= 80 &&
    !isTask(above) &&
    !/[.!?]\s*$/.test(above) &&
    !isTaskList(above)
  );
}

/** A plain line right below a firm and its years that begins with somebody who works, and that no other years follow. */
export function titleBelow(block: readonly string[], position: number, next: number): boolean {
  const below = block[position + 1] ?? '';
  return (
    position + 1 < next &&
    below.length <= 60 &&
    !isTask(below) &&
    !isSensitive(below) &&
    !/[.,]/.test(below) &&
    namesPerson(bareOf(below)) &&
    periodsOf(block[position + 2] ?? '').length === 0
  );
}

/** "Éplucher les légumes, faire les sauces": no title, though a date follows. */
function isTaskList(text: string): boolean {
  return text.includes(',') && isWorkInfinitive(/^\W*([a-z]+)/.exec(fold(text))?.[1] ?? '');
}

export function bareOf(text: string): string {
  return piecesOf(text)[0] ?? '';
}
