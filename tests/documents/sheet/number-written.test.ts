import { hundredthsWritten } from '@jonction/documents/sheet/number-written';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** Hundredths of up to ten million, as people and programs write them. */
const hundredths = fc.integer({ min: 0, max: 1_000_000_000 });
const digitsOf = (value: number): [whole: string, decimals: string] => [
  String(Math.floor(value / 100)),
  String(value % 100).padStart(2, '0'),
];
const inThousands = (whole: string, separator: string): string => whole.replace(/\B(?=(\d{3})+$)/g, separator);

describe('an amount comes back whatever the way it was written', () => {
  const ways: [string, (value: number) => string | number][] = [
    ['as a number cell', (value) => value / 100],
    ['with a comma', (value) => digitsOf(value).join(',')],
    ['with a point', (value) => digitsOf(value).join('.')],
    [
      'with spaces and the sign of the euro',
      (value) => `${inThousands(digitsOf(value)[0], ' ')},${digitsOf(value)[1]} €`,
    ],
    [
      'with narrow spaces that do not break',
      (value) => `${inThousands(digitsOf(value)[0], '\u202f')},${digitsOf(value)[1]}`,
    ],
    ['with spaces that do not break', (value) => `${inThousands(digitsOf(value)[0], '\u00a0')},${digitsOf(value)[1]}`],
    ['the Swiss way', (value) => `${inThousands(digitsOf(value)[0], "'")}.${digitsOf(value)[1]}`],
    ['the German way', (value) => `${inThousands(digitsOf(value)[0], '.')},${digitsOf(value)[1]}`],
    ['the English way', (value) => `${inThousands(digitsOf(value)[0], ',')}.${digitsOf(value)[1]}`],
    ['followed by its unit', (value) => `${digitsOf(value).join(',')} euros HT`],
    ['followed by EUR', (value) => `${digitsOf(value).join('.')} EUR`],
  ];

  it.each(ways)('%s', (_, write) => {
    fc.assert(
      fc.property(hundredths, (value) => {
        expect(hundredthsWritten(write(value), 'amount')).toBe(value);
      }),
    );
  });

  it('with its sign', () => {
    expect(hundredthsWritten('-1 200,50', 'amount')).toBe(-120_050);
    expect(hundredthsWritten(-12.5, 'amount')).toBe(-1250);
  });

  it.each([
    ['0,005', 1],
    ['0,004', 0],
    ['1,995', 200],
    [1.005, 101],
    [2.675, 268],
  ] as const)('rounded half up to the cent: %s', (cell, cents) => {
    // Three decimals in a text are refused as an amount, for they may be thousands: read as hours.
    expect(hundredthsWritten(cell, typeof cell === 'string' ? 'hours' : 'amount')).toBe(cents);
  });
});

describe('what may be two amounts is refused', () => {
  it.each(['12.500', '12,500', '1.000', '999,999', '-3.500', '12.500 €'])('%s', (text) => {
    expect(hundredthsWritten(text, 'amount')).toBeNull();
  });

  it.each(['12.500,00', '12,500.00', '1234,500', '12 500'])('but not %s', (text) => {
    expect(hundredthsWritten(text, 'amount')).not.toBeNull();
  });
});

describe('hours', () => {
  it('written by the clock come back to the nearest hundredth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 59 }), (hours, minutes) => {
        const expected = hours * 100 + Math.round((minutes * 100) / 60);
        const two = String(minutes).padStart(2, '0');
        for (const text of [`${hours}:${two}`, `${hours}h${two}`, `${hours} H ${two}`, `${hours}:${two}:00`])
          expect(hundredthsWritten(text, 'hours')).toBe(expected);
      }),
    );
  });

  it.each([
    ['7h', 700],
    ['7 h', 700],
    ['7 heures', 700],
    ['1 heure', 100],
    ['7,5 heures', 750],
    ['151,67h', 15_167],
    ['0', 0],
  ])('%s', (text, centihours) => {
    expect(hundredthsWritten(text, 'hours')).toBe(centihours);
  });

  it.each([
    '7h60',
    '7:75',
    ':30',
    'h',
    '7h30 environ',
    '7-8',
    '7 à 8',
    'x',
    '--7',
    '7,5,5',
    '',
    '1e3',
    '0x10',
    'Infinity',
  ])('not %s', (text) => {
    expect(hundredthsWritten(text, 'hours')).toBeNull();
  });

  it('are not what the clock writes, where an amount is due', () => {
    expect(hundredthsWritten('7:30', 'amount')).toBeNull();
    expect(hundredthsWritten('7h30', 'amount')).toBeNull();
    expect(hundredthsWritten('12 €', 'hours')).toBeNull();
  });
});

describe('a cell that is no number', () => {
  it.each([null, true, false, { day: '2020-04-12' }, Number.NaN, Number.POSITIVE_INFINITY, 1e21])('%s', (cell) => {
    expect(hundredthsWritten(cell, 'amount')).toBeNull();
    expect(hundredthsWritten(cell, 'hours')).toBeNull();
  });

  it('gives a safe whole number of hundredths or nothing, whatever is written', () => {
    const anyText = fc.oneof(fc.string(), fc.stringMatching(/^[-\d., h:€]{0,20}$/));
    fc.assert(
      fc.property(anyText, fc.constantFrom('hours' as const, 'amount' as const), (text, unit) => {
        const value = hundredthsWritten(text, unit);
        expect(value === null || Number.isSafeInteger(value)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
