import { type Day, dayFromNumber, isDay } from '@jonction/domain/shared/day';
import { accepted, type Decision, refused } from '@jonction/domain/shared/decision';
import { foldedText } from '../folded-text.ts';
import type { Cell } from './cell.ts';

// Days that a spreadsheet counts from 30 December 1899: 1920 to 2100.
const serialFrom = 7306;
const serialTo = 73_415;
const serialOf1970 = 25_569;

/**
 * A day: a date cell, `12/04/2020`, `12-04-2020`, `2020-04-12`, `12 avril 2020`, or the number of a date cell that lost
 * its format; an hour after it is left out. A year of two digits is refused: 12/04/05 is three dates. So is a cell that
 * goes on after the day: "12/04/2020 au 30/04/2020" is two.
 */
export function dayWritten(cell: Cell): Decision<Day, 'sheet.not_a_day' | 'sheet.short_year'> {
  if (typeof cell === 'object' && cell !== null) return accepted(cell.day);
  const serial = typeof cell === 'number' ? cell : /^\d{5}$/.test(String(cell)) ? Number(cell) : null;
  if (serial !== null) {
    const whole = Math.floor(serial);
    return whole >= serialFrom && whole <= serialTo
      ? accepted(dayFromNumber(whole - serialOf1970))
      : refused('sheet.not_a_day');
  }
  if (typeof cell !== 'string') return refused('sheet.not_a_day');
  const text = plain(cell);
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/.test(text)) return refused('sheet.short_year');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+\d{1,2}[:h].*)?$/.exec(text);
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\s+\d{1,2}[:h].*)?$/.exec(text);
  const spelled = /^(?:\p{L}+\s+)?(\d{1,2})(?:er)?\s+(\p{L}+)\.?\s+(\d{4})$/u.exec(text);
  const day = iso
    ? written(iso[1], iso[2], iso[3])
    : french
      ? written(french[3], french[2], french[1])
      : spelled
        ? written(spelled[3], monthNumber(spelled[2]), spelled[1])
        : null;
  return day === null ? refused('sheet.not_a_day') : accepted(day);
}

/** The month (`YYYY-MM`) of a day, or of `04/2020`, `2020-04`, `avril 2020`. */
export function monthWritten(cell: Cell): string | null {
  const day = dayWritten(cell);
  if (day.ok) return day.value.slice(0, 7);
  if (typeof cell !== 'string') return null;
  const text = plain(cell);
  const french = /^(\d{1,2})[/.-](\d{4})$/.exec(text);
  const iso = /^(\d{4})[/.-](\d{1,2})$/.exec(text);
  const spelled = /^(\p{L}+)\.?[\s-]+(\d{4})$/u.exec(text);
  const first = french
    ? written(french[2], french[1], '1')
    : iso
      ? written(iso[1], iso[2], '1')
      : spelled
        ? written(spelled[2], monthNumber(spelled[1]), '1')
        : null;
  return first?.slice(0, 7) ?? null;
}

/** A Mac may write an accent apart from its letter. */
function plain(cell: string): string {
  return cell.trim().normalize('NFC');
}

function written(year = '', month = '', day = ''): Day | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) && year >= '1900' && year <= '2100' ? text : null;
}

const months = ['janv', 'fev', 'mars', 'avr', 'mai', 'juin', 'juil', 'aou', 'sept', 'oct', 'nov', 'dec'];

function monthNumber(word = ''): string {
  return String(months.findIndex((start) => foldedText(word).startsWith(start)) + 1);
}
