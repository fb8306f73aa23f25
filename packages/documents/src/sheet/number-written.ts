import type { Cell } from './cell.ts';

/**
 * Hundredths of the number in a cell: `7,5`, `7.5`, `1 234,50 €`, and for hours also `7:30` or `7h30`. Null: no number.
 * Rounded half up to the hundredth, which is what payslips and invoices are written in.
 */
export function hundredthsWritten(cell: Cell, unit: 'hours' | 'amount'): number | null {
  if (typeof cell === 'number') return safe(decimalHundredths(cell.toFixed(6)));
  if (typeof cell !== 'string') return null;
  const text = cell.replace(/[\s\u00a0\u202f']/g, '');
  if (unit === 'hours') {
    const clock = /^(\d{1,5})(?:h|:)(\d{1,2})?(?::\d{2})?$/i.exec(text);
    const minutes = Number(clock?.[2] ?? 0);
    if (clock) return minutes < 60 ? safe(Number(clock[1]) * 100 + Math.round((minutes * 100) / 60)) : null;
  }
  const bare = text.replace(unit === 'hours' ? /h(eures?)?$/i : /(€|eur|euros?)?(ht)?$/i, '');
  // 12.500 and 12,500 are 12 500 for one person and 12,50 for another: three decimals of a euro mean neither.
  if (unit === 'amount' && /^-?\d{1,3}[.,]\d{3}$/.test(bare)) return null;
  return safe(decimalHundredths(bare));
}

/** `1.234.567,89` and `1,234,567.89` are told apart by their last separator; a lone one is the decimal. */
function decimalHundredths(text: string): number {
  const last = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
  const thousands = text[last] === ',' ? /\./g : /,/g;
  const plain = text.replace(thousands, '').replace(',', '.');
  if (!/^-?\d+(\.\d*)?$/.test(plain)) return Number.NaN;
  const [whole = '', decimals = ''] = plain.replace('-', '').split('.');
  const digits = decimals.padEnd(3, '0');
  const cents = Number(whole) * 100 + Number(digits.slice(0, 2)) + (Number(digits[2]) >= 5 ? 1 : 0);
  return plain.startsWith('-') ? -cents : cents;
}

function safe(value: number): number | null {
  return Number.isSafeInteger(value) ? value : null;
}
