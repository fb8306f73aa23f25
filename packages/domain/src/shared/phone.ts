/**
 * A telephone number as one person types it and another reads it: `06 12 34 56 78`, `+33 6.12.34.56.78` and
 * `0033612345678` are one number, kept in international form (E.164). Null when it cannot be a number.
 */
export function normalisePhone(text: string): string | null {
  const compact = text.replaceAll(/[\s.\-/()\u00a0\u202f]/g, '').replace(/^00/, '+');
  // The trunk zero that people leave after the country: +33 (0)6...
  const french = /^(?:\+33|0)0?([1-9]\d{8})$/.exec(compact);
  if (french) return `+33${french[1]}`;
  // A French number has nine digits after its country: another count is a slip, not a foreign number.
  return /^\+(?!33)[1-9]\d{6,14}$/.test(compact) ? compact : null;
}

/** `06 12 34 56 78` for a French number, the number as it is otherwise. */
export function formatPhone(phone: string): string {
  const french = /^\+33(\d)(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(phone);
  return french ? `0${french[1]}\u00a0${french.slice(2).join('\u00a0')}` : phone;
}
