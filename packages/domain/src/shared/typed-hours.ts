/**
 * Hours as people type them, in hundredths of an hour: `7,5`, `7.5`, `7 h 30`, `7h`, `7:30`, `1 234,5 h`.
 * Minutes are rounded half up to the hundredth (7 h 20 is 7,33): a rule of the house, hundredths being the only unit kept.
 * `undefined` for anything else: a negative, a third decimal, minutes from 60 on, words.
 */
export function parseHours(text: string): number | undefined {
  const compact = text.replace(/[\s\u00a0\u202f]/g, '').toLowerCase();
  const decimal = /^(\d{1,7})(?:[.,](\d{1,2}))?h?$/.exec(compact);
  if (decimal !== null) return Number(decimal[1]) * 100 + Number((decimal[2] ?? '').padEnd(2, '0'));
  const clock = /^(\d{1,7})[h:]([0-5]\d)$/.exec(compact);
  if (clock === null) return undefined;
  return Number(clock[1]) * 100 + Math.floor((Number(clock[2]) * 100 + 30) / 60);
}
