import fc from 'fast-check';

/** Numbers that belong to nobody, made by the rules that real ones follow. */
export interface FictitiousNir {
  /** Thirteen signs. */
  body: string;
  /** Two digits. */
  key: string;
}

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));

/** The key as the order of 1982 words it: the complement to 97 of the rest, Corsica counted apart. */
export function nirKey(body: string): string {
  const value = body[6] === 'A' || body[6] === 'B' ? corsican(body) : BigInt(body);
  return String(97n - (value % 97n)).padStart(2, '0');
}

function corsican(body: string): bigint {
  const zeroed = BigInt(body.replace(/[AB]/, '0'));
  return zeroed - (body[6] === 'A' ? 1_000_000n : 2_000_000n);
}

export const nirs: fc.Arbitrary<FictitiousNir> = fc
  .record({
    sex: fc.constantFrom('1', '2', '3', '4', '7', '8'),
    year: digits(2),
    month: fc.integer({ min: 1, max: 12 }).map((month) => String(month).padStart(2, '0')),
    place: fc.oneof(
      fc.integer({ min: 1, max: 95 }).map((department) => String(department).padStart(2, '0')),
      fc.constantFrom('2A', '2B', '99'),
    ),
    rest: digits(6),
  })
  .map(({ sex, year, month, place, rest }) => {
    const body = `${sex}${year}${month}${place}${rest}`;
    return { body, key: nirKey(body) };
  });

/** As it stands on a card, on a payslip, glued, with points or dashes. */
export function spacings({ body, key }: FictitiousNir): string[] {
  const parts = [body[0], body.slice(1, 3), body.slice(3, 5), body.slice(5, 7), body.slice(7, 10), body.slice(10), key];
  const signs = [...body, ...key];
  return [
    body + key,
    `${body} ${key}`,
    ...[' ', '.', '-', '\u00a0', '\u202f'].map((gap) => parts.join(gap)),
    signs.join(' '),
  ];
}

/** The check digits of an IBAN by schoolbook division, apart from the code under test. */
export function ibanOf(country: string, account: string): string {
  const numeric = [...`${account}${country}00`].map((sign) => String(Number.parseInt(sign, 36))).join('');
  return `${country}${String(98n - (BigInt(numeric) % 97n)).padStart(2, '0')}${account}`;
}

/** A French account with the key of its RIB. */
export const ribs: fc.Arbitrary<{ bank: string; desk: string; account: string; key: string }> = fc
  .record({
    bank: digits(5),
    desk: digits(5),
    account: fc.oneof(
      digits(11),
      fc.tuple(digits(6), fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), digits(4)).map((all) => all.join('')),
    ),
  })
  .map(({ bank, desk, account }) => {
    const plain = [...account].map(ribDigit).join('');
    const whole = BigInt(`${bank}${desk}${plain}00`);
    return { bank, desk, account, key: String(97n - (whole % 97n)).padStart(2, '0') };
  });

const letters = ['AJ', 'BKS', 'CLT', 'DMU', 'ENV', 'FOW', 'GPX', 'HQY', 'IRZ'];

function ribDigit(sign: string): string {
  const row = letters.findIndex((same) => same.includes(sign));
  return row < 0 ? sign : String(row + 1);
}

/** Fourteen digits that pass the check of Luhn, as every SIRET. */
export const sirets: fc.Arbitrary<string> = digits(13).map((start) => {
  const sum = [...start].reduceRight((all, digit, at) => {
    const value = Number(digit) * (at % 2 === start.length % 2 ? 1 : 2);
    return all + (value > 9 ? value - 9 : value);
  }, 0);
  return start + String((10 - (sum % 10)) % 10);
});

export const phones: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('01', '02', '06', '07', '09'), digits(8), fc.constantFrom('', ' ', '.', '-'))
  .map(([start, rest, gap]) => [start, ...(rest.match(/../g) ?? [])].join(gap));

/** How buyers number their contracts. */
export const contractNumbers: fc.Arbitrary<string> = fc
  .tuple(fc.integer({ min: 2015, max: 2030 }), digits(5), fc.constantFrom('-', '/', 'S', ' ', '_'), digits(2))
  .map(([year, number, sign, lot]) => `${year}${sign}${number}${sign}${lot}`);
