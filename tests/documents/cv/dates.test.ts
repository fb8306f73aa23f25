import { periodsOf } from '@jonction/documents/cv/dates';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const french = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');
const english = 'January February March April May June July August September October November December'.split(' ');
const shortFrench = 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' ');

interface Month {
  year: number;
  month: number;
}
const month = fc.record({ year: fc.integer({ min: 1960, max: 2060 }), month: fc.integer({ min: 1, max: 12 }) });
const span = fc
  .tuple(month, month)
  .map(([a, b]) => (a.year < b.year || (a.year === b.year && a.month <= b.month) ? [a, b] : [b, a]) as [Month, Month]);
const two = (number: number) => String(number).padStart(2, '0');
const written = ({ year, month: number }: Month) => `${year}-${two(number)}`;
const found = (line: string) => periodsOf(line).map(({ from, to }) => [from, to]);

/** Ways of writing one month, each of which says the month and the year. */
const ways: [string, (month: Month) => string][] = [
  ['03/2018', ({ year, month: number }) => `${two(number)}/${year}`],
  ['3/2018', ({ year, month: number }) => `${number}/${year}`],
  ['03.2018', ({ year, month: number }) => `${two(number)}.${year}`],
  ['2018-03', written],
  ['mars 2018', ({ year, month: number }) => `${french[number - 1] ?? ''} ${year}`],
  ['MARS 2018', ({ year, month: number }) => `${(french[number - 1] ?? '').toUpperCase()} ${year}`],
  ['févr. 2018', ({ year, month: number }) => `${shortFrench[number - 1] ?? ''} ${year}`],
  ['March 2018', ({ year, month: number }) => `${english[number - 1] ?? ''} ${year}`],
  ['01/03/2018', ({ year, month: number }) => `01/${two(number)}/${year}`],
  ['15 mars 2018', ({ year, month: number }) => `15 ${french[number - 1] ?? ''} ${year}`],
  ['1er mars 2018', ({ year, month: number }) => `1er ${french[number - 1] ?? ''} ${year}`],
];

describe.each(ways)('months written like %s', (_, write) => {
  it('give their period, between any of the words that join two dates', () => {
    const joins = fc.constantFrom(
      (from: string, to: string) => `${from} - ${to}`,
      (from: string, to: string) => `${from} – ${to}`,
      (from: string, to: string) => `de ${from} à ${to}`,
      (from: string, to: string) => `du ${from} au ${to}`,
      (from: string, to: string) => `${from} jusqu’à ${to}`,
      (from: string, to: string) => `from ${from} to ${to}`,
      (from: string, to: string) => `${from} → ${to}`,
    );
    fc.assert(
      fc.property(span, joins, ([from, to], join) => {
        expect(found(`${join(write(from), write(to))} : maçon`)).toEqual([[written(from), written(to)]]);
      }),
    );
  });

  it('last when they are said to', () => {
    const lasting = fc.constantFrom(
      (from: string) => `depuis ${from}`,
      (from: string) => `${from} - aujourd’hui`,
      (from: string) => `${from} à ce jour`,
      (from: string) => `de ${from} à présent`,
      (from: string) => `since ${from}`,
      (from: string) => `${from} – now`,
    );
    fc.assert(
      fc.property(month, lasting, (from, say) => {
        expect(found(`${say(write(from))}, maçon`)).toEqual([[written(from), null]]);
      }),
    );
  });

  it('alone are the month itself', () => {
    fc.assert(
      fc.property(month, (one) => {
        expect(found(`Maçon (${write(one)})`)).toEqual([[written(one), written(one)]]);
      }),
    );
  });
});

describe('a period', () => {
  it('says where it stands, so that the rest of the line can be read', () => {
    for (const line of [
      '2018 - 2020 : Maçon',
      'Maçon, de mars 2018 à juin 2020, SARL Pierre',
      'Depuis 2021\tCariste',
    ]) {
      const [period] = periodsOf(line);
      const rest = `${line.slice(0, period?.start)}|${line.slice(period?.end)}`;
      expect(rest).not.toMatch(/\d{4}|depuis|mars|juin/i);
    }
  });

  it('is as precise as what was written', () => {
    expect(found('2018 - mars 2020')).toEqual([['2018', '2020-03']]);
    expect(found('mars 2018 - 2020')).toEqual([['2018-03', '2020']]);
    expect(found('de janvier à juin 2023')).toEqual([['2023-01', '2023-06']]);
  });

  it('of two short years is believed only as a range or after "depuis"', () => {
    expect(found('09/18 - 06/20')).toEqual([['2018-09', '2020-06']]);
    expect(found('de 09/95 à 06/97')).toEqual([['1995-09', '1997-06']]);
    expect(found('depuis 09/18')).toEqual([['2018-09', null]]);
    expect(found('lot 09/18')).toEqual([]);
  });

  it('does not run backwards: two years the wrong way round are two dates', () => {
    expect(found('2020 - 2018')).toEqual([
      ['2020', '2020'],
      ['2018', '2018'],
    ]);
  });

  it('is found once for each job told on a line', () => {
    expect(found('Maçon 2010-2012, cariste 2013-2015, peintre depuis 2016')).toEqual([
      ['2010', '2012'],
      ['2013', '2015'],
      ['2016', null],
    ]);
  });

  it.each([
    'Maçon, 2500 € brut, 35 heures',
    'tél. 01 20 20 20 20',
    '12 rue du 8 mai 1945'.slice(0, 6),
    '2019h',
    '20200 Bastia',
    'ISO 9001',
    '',
  ])('is not found in %j', (line) => {
    expect(found(line)).toEqual([]);
  });

  it('stands within its line and in order, and never ends before it begins, whatever is written', () => {
    const pieces = fc.array(
      fc.constantFrom(
        '2018',
        '20',
        'mars',
        ' - ',
        '/',
        '03',
        'à',
        'depuis',
        ' ',
        '1er',
        "'18",
        'présent',
        'Maçon',
        '.',
        '(',
        '31/12/2019',
      ),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const line = parts.join(' ');
        let last = 0;
        for (const { from, to, start, end } of periodsOf(line)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(line.length);
          expect(end).toBeGreaterThan(last);
          last = end;
          expect(from).toMatch(/^(19|20)\d{2}(-(0[1-9]|1[0-2]))?$/);
          if (to !== null) expect(to.slice(0, 4) >= from.slice(0, 4)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
