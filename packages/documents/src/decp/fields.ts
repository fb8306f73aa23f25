import { type Day, isDay, parisDayOf } from '@jonction/domain/shared/day';
import { parsePythonLiteral } from './python-literal.ts';
import type { Doubt } from './record.ts';

/** One field of a published record: reads it, and says what is strange about it into the doubts of the record. */
export interface Field {
  name: string;
  value: unknown;
  doubts: Doubt[];
}

export function doubt(field: Field, code: string, value: unknown): null {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  field.doubts.push({ field: field.name, code, facts: { value: text.slice(0, 80) } });
  return null;
}

/** Whether a value was there and could not be read, against one that was read and is strange. */
export function isUnreadable({ code }: Doubt): boolean {
  return code === 'decp.holder_malformed' || code === 'decp.date_impossible' || code.endsWith('_unreadable');
}

/** Tables write an absent value as `nan`, `None` or nothing. */
export function isAbsent(value: unknown): value is null | undefined | '' {
  if (value === null || value === undefined) return true;
  return typeof value === 'string' && /^\s*(nan|none|null|n\/a)?\s*$/i.test(value);
}

export function textField(value: unknown): string | null {
  if (isAbsent(value) || (typeof value !== 'string' && typeof value !== 'number')) return null;
  return String(value).replace(/\s+/g, ' ').trim() || null;
}

/** A sub-object or a list, also when it was written as text: JSON, or what Python prints. */
export function structured(value: unknown): unknown {
  if (isAbsent(value)) return null;
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return parsePythonLiteral(value.trim()) ?? value;
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `[{titulaire: {}}]`, `{titulaire: [..]}`, `[{}]`, `{}` or text: the objects within. */
export function unwrapObjects(value: unknown, names: readonly string[]): Record<string, unknown>[] {
  const inner = structured(value);
  if (Array.isArray(inner)) return inner.flatMap((item) => unwrapObjects(item, names));
  if (!isObject(inner)) return [];
  const name = names.find((candidate) => candidate in inner && typeof inner[candidate] !== 'string');
  if (name !== undefined) return unwrapObjects(inner[name], names);
  return Object.values(inner).every(isAbsent) ? [] : [inner];
}

/** The texts of `{technique: [..]}`, `[..]` or one text; null when the field is absent. */
export function unwrapTexts(value: unknown): string[] | null {
  const inner = structured(value);
  if (inner === null) return null;
  if (Array.isArray(inner)) return inner.flatMap((item) => unwrapTexts(item) ?? []);
  if (isObject(inner)) return Object.values(inner).flatMap((item) => unwrapTexts(item) ?? []);
  const text = textField(inner);
  return text === null ? [] : text.split(/\s*[,;|]\s*/).filter((part) => part !== '');
}

const firstYear = 1980;
const lastYear = 2100;

/** `2018-12-19`, `2018-12-19+01:00`, `2019-1-1`, `19/12/2018` or an instant, as a day in Paris. */
export function dayField(field: Field): Day | null {
  if (isAbsent(field.value)) return null;
  const text = textField(field.value);
  if (text === null) return doubt(field, 'decp.date_impossible', field.value);
  const day = dayWritten(text);
  if (day === null) return doubt(field, 'decp.date_impossible', text);
  const year = Number(day.slice(0, 4));
  return year >= firstYear && year <= lastYear ? day : doubt(field, 'decp.date_impossible', text);
}

function dayWritten(text: string): Day | null {
  if (/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/.test(text)) {
    const instant = new Date(text);
    return Number.isNaN(instant.getTime()) ? null : parisDayOf(instant);
  }
  // A zone after a bare day is that of the machine that wrote it, not part of the day.
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?=$|[T\sZ+-])/.exec(text);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?=$|\s)/.exec(text);
  return french ? dayOf(french[3], french[2], french[1]) : null;
}

function dayOf(year = '', month = '', day = ''): Day | null {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(written) ? written : null;
}

/** Euros as cents: `21982.68`, `14 700,00`. What is 1 € or less is kept, and doubted: it stands for "not filled in". */
export function centsField(field: Field): number | null {
  if (isAbsent(field.value)) return null;
  const cents = centsWritten(field.value);
  if (cents === null) return doubt(field, 'decp.amount_unreadable', field.value);
  if (cents <= 100) doubt(field, 'decp.amount_suspicious', cents / 100);
  return cents;
}

function centsWritten(value: unknown): number | null {
  let euros = Number.NaN;
  if (typeof value === 'number') euros = value;
  else if (typeof value === 'string') {
    const digits = value.replace(/[\s\u00a0\u202f€]/g, '').replace(',', '.');
    if (/^\d+(\.\d+)?(e\+?\d+)?$/i.test(digits)) euros = Number(digits);
  }
  const cents = Math.round(euros * 100);
  return cents >= 0 && Number.isSafeInteger(cents) ? cents : null;
}

/** Whole months; `48.0` is 48. A fraction is rounded up: the last month has begun. */
export function monthsField(field: Field): number | null {
  if (isAbsent(field.value)) return null;
  const text = textField(field.value) ?? '';
  const months = Math.ceil(Number(text.replace(',', '.')));
  return months > 0 && months < 1200 ? months : doubt(field, 'decp.duration_unreadable', field.value);
}

/** 8 digits; the check digit is dropped. Only divisions 03 and 09 can have lost a leading zero. */
export function cpvField(field: Field): string | null {
  if (isAbsent(field.value)) return null;
  const text = textField(field.value) ?? '';
  const digits = /^(\d{8})(?:\s*-?\s*\d)?$/.exec(text)?.[1];
  if (digits !== undefined) return digits;
  const short = /^([39]\d{6})(?:-\d)?$/.exec(text)?.[1];
  return short !== undefined ? `0${short}` : doubt(field, 'decp.cpv_unreadable', field.value);
}
