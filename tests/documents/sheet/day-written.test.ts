import { dayWritten, monthWritten } from '@jonction/documents/sheet/day-written';
import { addDays, type Day, dayFromNumber } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const monthNames = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

/** Any day from July 1927, from which the number of a spreadsheet has five digits, to 2099. */
const anyDay = fc.integer({ min: -15_500, max: 47_400 }).map((number): Day => dayFromNumber(number));
const partsOf = (day: Day): [string, string, string] => [day.slice(0, 4), day.slice(5, 7), day.slice(8, 10)];
const outcome = (cell: Parameters<typeof dayWritten>[0]): string => {
  const read = dayWritten(cell);
  return read.ok ? read.value : read.refusal.code;
};

describe('a day comes back whatever the way it was written', () => {
  const ways: [string, (day: Day) => Parameters<typeof dayWritten>[0]][] = [
    ['as a date cell', (day) => ({ day })],
    ['with slashes', (day) => partsOf(day).reverse().join('/')],
    ['with dots', (day) => partsOf(day).reverse().join('.')],
    ['with hyphens', (day) => partsOf(day).reverse().join('-')],
    ['without its leading zeros', (day) => partsOf(day).map(Number).reverse().join('/')],
    ['as ISO', (day) => day],
    ['as an instant', (day) => `${day}T00:00:00`],
    ['with an hour', (day) => `${partsOf(day).reverse().join('/')} 00:00`],
    ['as the number of a spreadsheet', (day) => Math.round(Date.parse(day) / 86_400_000) + 25_569],
    ['as the text of that number', (day) => String(Math.round(Date.parse(day) / 86_400_000) + 25_569)],
    ['as a number with an hour', (day) => Math.round(Date.parse(day) / 86_400_000) + 25_569.4],
    [
      'in French words',
      (day) => `${Number(day.slice(8))} ${monthNames[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`,
    ],
    [
      'in capitals without accents',
      (day) =>
        `${day.slice(8)} ${monthNames[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`
          .normalize('NFD')
          .replace(/\p{M}/gu, '')
          .toUpperCase(),
    ],
    [
      'in words with accents apart from their letters, as a Mac writes them',
      (day) => `${day.slice(8)} ${monthNames[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`.normalize('NFD'),
    ],
    ['with spaces around', (day) => `  ${day} `],
  ];

  it.each(ways)('%s', (_, write) => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(outcome(write(day))).toBe(day);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['1er mai 2024', '2024-05-01'],
    ['vendredi 12 avril 2024', '2024-04-12'],
    ['3 déc. 2023', '2023-12-03'],
    ['14 juil 2024', '2024-07-14'],
    ['15 sept. 2024', '2024-09-15'],
    ['29/02/2024', '2024-02-29'],
  ])('%s', (text, day) => {
    expect(outcome(text)).toBe(day);
  });
});

describe('what is no day is refused', () => {
  it.each([
    '31/04/2024',
    '29/02/2023',
    '00/01/2024',
    '12/13/2024',
    '2024-00-10',
    '12 brumaire 2024',
    '12 avril',
    'avril 2024',
    'hier',
    '12/04/1899',
    '12/04/2101',
    '12/04/02024',
    '12042024',
    '',
    '-',
  ])('%s', (text) => {
    expect(outcome(text)).toBe('sheet.not_a_day');
  });

  it.each(['12/04/2024 au 30/04/2024', '2024-04-12 ou 2024-04-13', '12/04/2024 ou plus tard'])(
    'a cell that says more than one day, rather than half of it: %s',
    (text) => {
      expect(outcome(text)).toBe('sheet.not_a_day');
    },
  );

  it.each(['12/04/24', '1.4.24', '12-04-05'])('a year of two digits, with its own sentence: %s', (text) => {
    expect(outcome(text)).toBe('sheet.short_year');
  });

  it.each([null, true, 0, 12, 7305, 73_416, -5, 1e9])('a cell that holds %s', (cell) => {
    expect(outcome(cell)).toBe('sheet.not_a_day');
  });

  it('never fails and never gives what is no day', () => {
    const anyCell = fc.oneof(
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.stringMatching(/^\d{1,4}[/. -]\d{1,2}[/. -]\d{1,4}$/),
    );
    fc.assert(
      fc.property(anyCell, (cell) => {
        const read = dayWritten(cell);
        if (read.ok) expect(addDays(read.value, 0)).toBe(read.value);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a month', () => {
  it.each([
    ['04/2020', '2020-04'],
    ['4/2020', '2020-04'],
    ['04-2020', '2020-04'],
    ['2020-04', '2020-04'],
    ['2020/4', '2020-04'],
    ['Avril 2020', '2020-04'],
    ['avr. 2020', '2020-04'],
    ['AOÛT 2020', '2020-08'],
    ['Août 2020'.normalize('NFD'), '2020-08'],
    ['15/04/2020', '2020-04'],
    ['2020-04-30', '2020-04'],
  ])('%s', (text, month) => {
    expect(monthWritten(text)).toBe(month);
  });

  it('is that of a date cell, also one that lost its format', () => {
    expect(monthWritten({ day: '2020-04-30' })).toBe('2020-04');
    expect(monthWritten(43_922)).toBe('2020-04');
  });

  it.each(['13/2020', '00/2020', '2020', '04/20', 'avril', 'printemps 2020', '', null, true, 4])(
    'is not %s',
    (cell) => {
      expect(monthWritten(cell)).toBeNull();
    },
  );
});
