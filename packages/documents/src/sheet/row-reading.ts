import type { Day } from '@jonction/domain/shared/day';
import type { MappedRow } from '../mapping.ts';
import { type Problem, problemIn } from '../problem.ts';
import { type Cell, textOfCell } from './cell.ts';
import { type Choice, choiceOf } from './choice.ts';
import { type ContractReference, contractReference } from './contract-reference.ts';
import { dayWritten, monthWritten } from './day-written.ts';
import { headerOf, type SheetForm } from './field.ts';
import { hundredthsWritten } from './number-written.ts';
import { siretWritten } from './siret-written.ts';
import { sheetWords } from './words.ts';

/** A row read to its types, or what to correct in it. */
export type RowRead<Value> = { row: number; ok: true; value: Value } | { row: number; ok: false; problems: Problem[] };

/**
 * Reads the cells of one row and gathers what is wrong. Every reader gives null for an empty cell and for one it has
 * complained of: a row with any problem is refused as a whole, so the null never enters.
 */
export class RowReading<Key extends string> {
  readonly problems: Problem[] = [];
  readonly #row: MappedRow<Key>;
  readonly #form: SheetForm<Key>;

  constructor(row: MappedRow<Key>, form: SheetForm<Key>) {
    this.#row = row;
    this.#form = form;
    for (const field of form.fields)
      if (field.required && this.#cell(field.key) === null) this.complain(field.key, 'sheet.required');
  }

  #cell(key: Key): Cell {
    const cell = this.#row.cells[key];
    return cell === undefined || textOfCell(cell) === '' ? null : cell;
  }

  complain(key: Key, code: string, facts: Problem['facts'] = {}): null {
    const field = this.#row.headers[key] ?? headerOf(this.#form, key);
    this.problems.push(problemIn(sheetWords, field, code, facts));
    return null;
  }

  /** The value, or what was complained of; null only for a row with something to complain of. */
  finished<Value>(value: Value | null): RowRead<Value> {
    const { row } = this.#row;
    if (this.problems.length > 0) return { row, ok: false, problems: this.problems };
    if (value === null) throw new Error(`row ${row} is incomplete and nothing was said of it`);
    return { row, ok: true, value };
  }

  /** One line of text; a whole number is read as its digits. */
  text(key: Key, max = 500): string | null {
    const text = textOfCell(this.#cell(key));
    if (text === '') return null;
    return text.length > max ? this.complain(key, 'sheet.too_long', { max }) : text;
  }

  /** Several texts in one cell, parted by `;`, `|` or a new line (and `,` where no value holds one). */
  texts(key: Key, separators: RegExp = /[;|\n]/): string[] {
    const cell = this.#cell(key);
    const text = typeof cell === 'string' ? cell : textOfCell(cell);
    return text.split(separators).flatMap((part) => part.trim() || []);
  }

  day(key: Key): Day | null {
    const cell = this.#cell(key);
    if (cell === null) return null;
    const read = dayWritten(cell);
    return read.ok ? read.value : this.complain(key, read.refusal.code, { value: textOfCell(cell) });
  }

  /** `YYYY-MM` */
  month(key: Key): string | null {
    const cell = this.#cell(key);
    if (cell === null) return null;
    return monthWritten(cell) ?? this.complain(key, 'sheet.not_a_month', { value: textOfCell(cell) });
  }

  /** Hundredths of what is written: hours as centihours, euros as cents. */
  hundredths(key: Key, unit: 'hours' | 'amount', sign: 'positive' | 'signed' = 'positive'): number | null {
    const cell = this.#cell(key);
    if (cell === null) return null;
    const value = hundredthsWritten(cell, unit);
    if (value !== null && (value >= 0 || sign === 'signed')) return value;
    return this.complain(key, unit === 'hours' ? 'sheet.not_hours' : 'sheet.not_an_amount', {
      value: textOfCell(cell),
    });
  }

  whole(key: Key, min: number, max: number): number | null {
    const cell = this.#cell(key);
    if (cell === null) return null;
    const value = hundredthsWritten(cell, 'amount');
    if (value === null) return this.complain(key, 'sheet.not_a_number', { value: textOfCell(cell) });
    const whole = Math.round(value / 100);
    return whole < min || whole > max ? this.complain(key, 'sheet.out_of_range', { value: whole, min, max }) : whole;
  }

  choice<Code extends string>(key: Key, choices: readonly Choice<Code>[]): Code | null {
    const text = textOfCell(this.#cell(key));
    return text === '' ? null : (choiceOf(text, choices) ?? this.#unknown(key, text, choices));
  }

  choices<Code extends string>(key: Key, choices: readonly Choice<Code>[]): Code[] {
    const codes = this.texts(key, /[;,|+/\n]|\s+et\s+/i).flatMap(
      (text) => choiceOf(text, choices) ?? this.#unknown(key, text, choices) ?? [],
    );
    return [...new Set(codes)];
  }

  #unknown(key: Key, value: string, choices: readonly Choice<string>[]): null {
    return this.complain(key, 'sheet.unknown_choice', { value, choices: choices.map((one) => one.label).join(', ') });
  }

  /** A contract by our number, or by the buyer's SIRET and reference. */
  contract(key: Key): ContractReference | null {
    const text = this.text(key, 200);
    if (text === null) return null;
    return contractReference(text) ?? this.complain(key, 'sheet.not_a_siret', { value: text });
  }

  /** The eight digits of a procurement code. */
  cpv(key: Key): string | null {
    const text = this.text(key, 40);
    if (text === null) return null;
    // A number cell drops the zero of divisions 03 and 09; the check digit is of no use.
    const digits = /^(\d{7,8})(?:\s*-\s*\d)?$/.exec(text)?.[1]?.padStart(8, '0');
    return digits ?? this.complain(key, 'sheet.not_a_cpv', { value: text });
  }

  siret(key: Key): string | null {
    const text = textOfCell(this.#cell(key));
    if (text === '') return null;
    return siretWritten(text) ?? this.complain(key, 'sheet.not_a_siret', { value: text });
  }
}
