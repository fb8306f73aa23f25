import { lotNumberOf } from '@jonction/documents/decp/lot-number';
import { cellOf, textOfCell } from '@jonction/documents/sheet/cell';
import { choiceOf } from '@jonction/documents/sheet/choice';
import { contractReference, lotReference } from '@jonction/documents/sheet/contract-reference';
import { statusChoices } from '@jonction/documents/sheet/contracts-form';
import { evidenceChoices, hourKindChoices, hourPayerChoices } from '@jonction/documents/sheet/hours-form';
import { dayFromNumber } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('a cell', () => {
  it('that holds nothing, or only spaces, is empty', () => {
    for (const value of ['', '   ', '\t\n', null, undefined, Number.NaN, new Date(Number.NaN), {}, []])
      expect(cellOf(value)).toBeNull();
  });

  it('of a day is that day, also when the spreadsheet keeps its midnight a little early', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_000, max: 60_000 }), fc.constantFrom(0, -100, -29_000), (number, drift) => {
        const day = dayFromNumber(number);
        expect(cellOf(new Date(Date.parse(day) + drift))).toEqual({ day });
      }),
    );
  });

  it.each([
    [151 * 60 + 40, '151:40'],
    [7 * 60 + 30, '7:30'],
    [24 * 60, '24:00'],
    [0, '0:00'],
    [5, '0:05'],
  ])('of a duration of %d minutes is what the person sees', (minutes, text) => {
    expect(cellOf(new Date(Date.UTC(1899, 11, 30) + minutes * 60_000))).toBe(text);
  });

  it('is shown on one line, as a French person writes it', () => {
    expect(textOfCell('  deux\n lignes\u00a0ou\u202fplus ')).toBe('deux lignes ou plus');
    expect(textOfCell(7.5)).toBe('7,5');
    expect(textOfCell(21990001600011)).toBe('21990001600011');
    expect(textOfCell(true)).toBe('oui');
    expect(textOfCell(false)).toBe('non');
    expect(textOfCell({ day: '2024-04-02' })).toBe('02/04/2024');
    expect(textOfCell(null)).toBe('');
    expect(textOfCell(undefined)).toBe('');
  });
});

describe('a word of a list', () => {
  const lists = { kinds: hourKindChoices, payers: hourPayerChoices, evidence: evidenceChoices, status: statusChoices };

  it.each(Object.entries(lists))(
    'of the %s is known by its code, its word and every other way, badly typed',
    (_, list) => {
      const choices = list.map((choice) => ({ ...choice, code: String(choice.code) }));
      for (const choice of choices) {
        for (const name of [choice.code, choice.label, ...(choice.aliases ?? [])]) {
          const bare = name.normalize('NFD').replace(/\p{M}/gu, '');
          for (const typed of [name, name.toUpperCase(), bare, `  ${name}. `, name.replace(/ /g, '-')])
            expect(choiceOf(typed, choices), typed).toBe(choice.code);
        }
      }
    },
  );

  it.each(Object.entries(lists))('of the %s never stands for two of them', (_, list) => {
    const choices = list.map((choice) => ({ ...choice, code: String(choice.code) }));
    for (const choice of choices) {
      const others = choices.filter((other) => other.code !== choice.code);
      for (const name of [choice.label, ...(choice.aliases ?? [])]) expect(choiceOf(name, others), name).toBeNull();
    }
  });

  it('is not guessed from a part of it', () => {
    expect(choiceOf('trav', hourKindChoices)).toBeNull();
    expect(choiceOf('', hourKindChoices)).toBeNull();
    expect(choiceOf(' .; ', hourKindChoices)).toBeNull();
  });
});

describe('a contract named in a sheet', () => {
  const town = '21990001600011';

  it.each([
    [`${town}/2024-017`, { buyer: town, reference: '2024-017' }],
    [`219 900 016 00011 / 2024 017`, { buyer: town, reference: '2024 017' }],
    [`219.900.016.00011/A/B`, { buyer: town, reference: 'A/B' }],
    ['M-2024-0001', { number: 'M-2024-0001' }],
    ['2024/017', { number: '2024/017' }],
    [`${town}`, { number: town }],
    [`${town}/`, { number: `${town}/` }],
  ])('as %s', (text, expected) => {
    expect(contractReference(text)).toEqual(expected);
  });

  it('gives back the zeros that a number cell drops, when the key is then right', () => {
    expect(contractReference('99000160012/7')).toEqual({ buyer: '00099000160012', reference: '7' });
    expect(contractReference('99000160013/7')).toBeNull();
  });

  it('is refused when what stands before the slash is digits and no SIRET', () => {
    expect(contractReference('21990001600012/2024-017')).toBeNull();
    expect(contractReference('99999999999/7')).toBeNull();
    // A SIREN, whose key zeros in front leave right.
    expect(contractReference('990 000 010/7')).toBeNull();
  });
});

describe('a lot named in a sheet', () => {
  it.each([
    ['2', '2'],
    ['02', '2'],
    ['Lot 2', '2'],
    ['LOT N°02', '2'],
    ['lot n° 2', '2'],
    ['lot no 2', '2'],
    ['lot no2', '2'],
    ['Lot nº 2', '2'],
    ['lot numéro 2', '2'],
    ['n°2', '2'],
    ['lot a', 'A'],
    ['1 bis', '1BIS'],
    ['Lot 6a', '6A'],
    ['0', '0'],
    ['Nord', 'NORD'],
    ['Lot Nord Est', 'NORD EST'],
  ])('%s is %s', (text, lot) => {
    expect(lotReference(text)).toBe(lot);
  });

  it('is the same lot as the one that a published object names', () => {
    for (const written of [
      'Lot 7',
      'LOT N°03',
      'Lot No 1',
      'Lot 1 bis',
      'lot 06a',
      'Lot n° 12',
      'Lot 4.1',
      'Lot numéro 5',
    ])
      expect(lotReference(written), written).toBe(lotNumberOf(`${written} : peinture`));
  });
});
