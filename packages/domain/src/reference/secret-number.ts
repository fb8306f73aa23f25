import { ibanShapes } from './iban-shapes.ts';

/** `nir`: a social security number; `bank`: an account, as an IBAN or a French RIB. */
export type SecretKind = 'nir' | 'bank';

/** One number found in a text, from a sign (included) to a sign (excluded). */
export interface SecretNumber {
  kind: SecretKind;
  from: number;
  to: number;
}

const gap = '[ \\u00a0\\u202f.-]?';

/**
 * The thirteen signs of a French social security number, whatever its spacing: sex, year, month (20 and more where it is not
 * known), department (Corsica 2A, 2B), commune, order. Source: décret 82-103, INSEE.
 */
export const nirBody = `[1-478]${gap}\\d{2}${gap}(?:0[1-9]|1[0-2]|[2-9]\\d)${gap}(?:\\d{2}|2[ABab])${gap}\\d{3}${gap}\\d{3}`;

const nirs = new RegExp(`(?<![\\dA-Za-z])(${nirBody})${gap}(\\d{2})(?!\\d)`, 'g');
/** Boxes of a form: one sign in each. */
const boxedNirs = /(?<![\dA-Za-z] ?)\d(?:[ \u00a0|]\d){5}[ \u00a0|][\dABab](?:[ \u00a0|]\d){8}(?![ |]?\d(?!\d))/g;
/** Without its key it is told from another number by the words before it alone. */
const labelledNirs = new RegExp(
  `(?:s[ée]curit[ée] sociale|s[ée]cu|\\bnir\\b|\\bss\\b|n[°o] ?ss)[^\\d\\n]{0,20}(${nirBody})(?!\\d)`,
  'gi',
);
const ribs = new RegExp(
  `(?<![\\dA-Za-z])(\\d{5})${gap}(\\d{5})${gap}([\\dA-Za-z](?:${gap}[\\dA-Za-z]){10})${gap}(\\d{2})(?![\\dA-Za-z])`,
  'g',
);
const ibanStarts = /(?<![\dA-Za-z])([A-Za-z]{2})[ \u00a0\u202f.-]?\d{2}/g;
const between = /[ \u00a0\u202f.-]/;

/**
 * Numbers of a person that no paper of a declaration needs: social security and bank details, keys verified, so that a SIRET, a
 * telephone or the number of a contract passes. In the order of the text, none over another.
 */
export function secretNumbersIn(text: string): SecretNumber[] {
  const found = [...ibansIn(text), ...ribsIn(text), ...nirsIn(text)].sort((a, b) => a.from - b.from || b.to - a.to);
  return found.filter((one, index) => !found.slice(0, index).some(({ to }) => one.from < to));
}

/** Whether the key of a social security number is right: 97 - (number mod 97); 2A reads 19 and 2B reads 18. */
export function nirKeyHolds(signs: string): boolean {
  const bare = signs.replaceAll(/[^\dABab]/g, '').toUpperCase();
  if (!/^\d{5}(?:\d\d|2[AB])\d{8}$/.test(bare)) return false;
  const digits = bare.slice(0, 13).replace('A', '0').replace('B', '0');
  const corsican = bare[6] === 'A' ? 1_000_000 : bare[6] === 'B' ? 2_000_000 : 0;
  return 97 - ((Number(digits) - corsican) % 97) === Number(bare.slice(13));
}

/** Whether an IBAN holds by its two check digits (ISO 13616: the rearranged number mod 97 is 1). `bare`: no space, capitals. */
export function ibanHolds(bare: string): boolean {
  let rest = 0;
  for (const sign of bare.slice(4) + bare.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

function nirsIn(text: string): SecretNumber[] {
  const month = /^[1-478]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)/;
  const whole = [...text.matchAll(nirs)].filter(([all]) => nirKeyHolds(all));
  const boxed = [...text.matchAll(boxedNirs)].filter(
    ([all]) => month.test(all.replaceAll(/[^\dABab]/g, '')) && nirKeyHolds(all),
  );
  const labelled = [...text.matchAll(labelledNirs)];
  return [
    ...[...whole, ...boxed].map(({ 0: all, index }) => span('nir', index, all.length)),
    ...labelled.map(({ 0: all, 1: body = '', index }) => span('nir', index + all.length - body.length, body.length)),
  ];
}

function ibansIn(text: string): SecretNumber[] {
  return [...text.matchAll(ibanStarts)].flatMap(({ 1: country = '', index }) => {
    const shape = ibanShapes[country.toUpperCase()];
    if (!shape) return [];
    const read = signsFrom(text, index, shape.length);
    if (!read || !shape.account.test(read.bare.slice(4)) || !ibanHolds(read.bare)) return [];
    return [span('bank', index, read.to - index)];
  });
}

/** So many letters and digits from there on, at most one space or dash between two, and a word's end after them. */
function signsFrom(text: string, from: number, length: number): { bare: string; to: number } | null {
  let bare = '';
  let at = from;
  for (; bare.length < length; at += 1) {
    const sign = text[at] ?? '';
    if (/[\dA-Za-z]/.test(sign)) bare += sign.toUpperCase();
    else if (!between.test(sign) || between.test(text[at - 1] ?? '')) return null;
  }
  return /[\dA-Za-z]/.test(text[at] ?? '') ? null : { bare, to: at };
}

/** Letters of a French account as digits: A to I, J to R, S to Z read 1 to 9, 1 to 9, 2 to 9 (rule of the RIB). */
function ribDigits(account: string): string {
  return account.replaceAll(/[A-Z]/g, (letter) => {
    const at = letter.charCodeAt(0) - 65;
    return String(at < 9 ? at + 1 : at < 18 ? at - 8 : at - 16);
  });
}

function ribsIn(text: string): SecretNumber[] {
  return [...text.matchAll(ribs)].flatMap(({ 0: all, 1: bank, 2: desk, 3: account = '', 4: key, index }) => {
    const digits = ribDigits(account.replaceAll(new RegExp(between, 'g'), '').toUpperCase());
    const rest = (89 * Number(bank) + 15 * Number(desk) + 3 * Number(digits)) % 97;
    return 97 - rest === Number(key) ? [span('bank', index, all.length)] : [];
  });
}

function span(kind: SecretKind, from: number, length: number): SecretNumber {
  return { kind, from, to: from + length };
}
