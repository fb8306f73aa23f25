import { categories } from '@jonction/domain/eligibility/categories';
import { earliestBirth } from '@jonction/domain/participant/participant';
import type { Day } from '@jonction/domain/shared/day';
import { normalisePhone } from '@jonction/domain/shared/phone';
import type { MappedRow } from './mapping.ts';
import type { Choice } from './sheet/choice.ts';
import { frenchLevels, type ParticipantsField, participantsForm } from './sheet/participants-form.ts';
import { type RowRead, RowReading } from './sheet/row-reading.ts';

/** A person as a partner or another software lists them. */
export interface ParticipantRow {
  lastName: string;
  firstName: string;
  birthDate: Day | null;
  /** International form (E.164). */
  phone: string | null;
  email: string | null;
  postalCode: string | null;
  /** As written: titles or ROME codes, to be looked up. */
  occupations: string[];
  /** As written, to be looked up. */
  licences: string[];
  /** 1 (A1) to 6 (C2). */
  frenchLevel: number | null;
  availableFrom: Day | null;
  radiusKm: number | null;
  /** Code of an eligibility category. */
  category: string | null;
  evidenceIssuedOn: Day | null;
  /** The name of the organisation, to be looked up. */
  prescriber: string | null;
  consentOn: Day | null;
}

const knownCategories: readonly Choice<string>[] = categories.map(({ code, label }) => ({
  code,
  label: code,
  aliases: [label.fr],
}));

export interface ParticipantsSheetOptions {
  today: Day;
  /** Categories of the structure besides the national ones. */
  moreCategories?: readonly Choice<string>[];
}

/** One row of the participants sheet. Who is already known is not asked here. */
export function parseParticipantRow(
  row: MappedRow<ParticipantsField>,
  { today, moreCategories = [] }: ParticipantsSheetOptions,
): RowRead<ParticipantRow> {
  const read = new RowReading(row, participantsForm);
  const lastName = read.text('lastName', 100);
  const firstName = read.text('firstName', 100);
  const pastDay = (key: 'birthDate' | 'evidenceIssuedOn' | 'consentOn'): Day | null => {
    const day = read.day(key);
    return day !== null && day > today ? read.complain(key, 'sheet.day_in_future', { day }) : day;
  };
  const birthDate = pastDay('birthDate');
  if (birthDate !== null && birthDate < earliestBirth)
    read.complain('birthDate', 'sheet.not_a_day', { value: birthDate });
  const others = {
    birthDate,
    phone: phoneOf(read),
    email: emailOf(read),
    postalCode: postalCodeOf(read),
    occupations: read.texts('occupations'),
    licences: read.texts('licences', /[;|,\n]/),
    frenchLevel: frenchLevelOf(read),
    availableFrom: read.day('availableFrom'),
    radiusKm: read.whole('radiusKm', 0, 500),
    category: read.choice('category', [...moreCategories, ...knownCategories]),
    evidenceIssuedOn: pastDay('evidenceIssuedOn'),
    prescriber: read.text('prescriber', 200),
    consentOn: pastDay('consentOn'),
  };
  return read.finished(lastName && firstName ? { lastName, firstName, ...others } : null);
}

const levels: readonly string[] = frenchLevels;

type Reading = RowReading<ParticipantsField>;

function phoneOf(read: Reading): string | null {
  const text = read.text('phone', 40);
  if (text === null) return null;
  // A number cell drops the zero at the front: 612345678.
  const phone = normalisePhone(/^[1-9]\d{8}$/.test(text) ? `0${text}` : text);
  return phone ?? read.complain('phone', 'sheet.bad_phone', { value: text });
}

function emailOf(read: Reading): string | null {
  const text = read.text('email', 200)?.toLowerCase() ?? null;
  if (text === null || /^[^\s@,;]+@[^\s@,;]+\.[^\s@.,;]{2,}$/.test(text)) return text;
  return read.complain('email', 'sheet.bad_email', { value: text });
}

function postalCodeOf(read: Reading): string | null {
  const text = read.text('postalCode', 20)?.replace(/\s/g, '') ?? null;
  if (text === null) return null;
  return /^\d{4,5}$/.test(text)
    ? text.padStart(5, '0')
    : read.complain('postalCode', 'sheet.bad_postal_code', { value: text });
}

function frenchLevelOf(read: Reading): number | null {
  const text = read.text('frenchLevel', 60);
  if (text === null) return null;
  const level = /\b([ABC][12])\b/i.exec(text)?.[1]?.toUpperCase();
  const rank = levels.indexOf(level ?? '');
  return rank === -1 ? read.complain('frenchLevel', 'sheet.bad_french_level', { value: text }) : rank + 1;
}
