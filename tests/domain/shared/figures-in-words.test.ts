import {
  formatDay,
  formatDistance,
  formatHours,
  formatMoney,
  formatNumber,
  formatShare,
  typeset,
} from '@jonction/domain/shared/typography';
import { defineWords, hasSentence, joinWords, sentence, translate } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seen } from '../../support/spaces.ts';

describe('a share', () => {
  it.each([
    [0, '0~%', '0%'],
    [1, '0,01~%', '0.01%'],
    [50, '0,5~%', '0.5%'],
    [500, '5~%', '5%'],
    [725, '7,25~%', '7.25%'],
    [3333, '33,33~%', '33.33%'],
    [9999, '99,99~%', '99.99%'],
    [10_000, '100~%', '100%'],
    [11_600, '116~%', '116%'],
    [1_000_000, '10_000~%', '10,000%'],
  ])('of %i basis points is %s, or %s', (bps, french, english) => {
    expect(seen(formatShare(bps))).toBe(french);
    expect(seen(formatShare(bps, 'en'))).toBe(english);
  });

  it('says the whole, and only the whole, as 100 %', () => {
    fc.assert(
      fc.property(fc.nat(9999), (bps) => {
        expect(formatShare(bps)).not.toBe(formatShare(10_000));
      }),
    );
  });

  it('tells two different shares apart', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(20_000), (one, other) => {
        expect(formatShare(one) === formatShare(other)).toBe(one === other);
      }),
    );
  });
});

describe('figures', () => {
  it.each([
    [0, '0~€~HT', '€0~excl.~VAT'],
    [1, '0,01~€~HT', '€0.01~excl.~VAT'],
    [99, '0,99~€~HT', '€0.99~excl.~VAT'],
    [100, '1~€~HT', '€1~excl.~VAT'],
    [1210, '12,10~€~HT', '€12.10~excl.~VAT'],
    [-5, '−0,05~€~HT', '−€0.05~excl.~VAT'],
    [99_999_999, '999_999,99~€~HT', '€999,999.99~excl.~VAT'],
    [100_000_000_000, '1_000_000_000~€~HT', '€1,000,000,000~excl.~VAT'],
  ])('of %i cents are %s, or %s', (cents, french, english) => {
    expect(seen(formatMoney(cents))).toBe(french);
    expect(seen(formatMoney(cents, 'en'))).toBe(english);
  });

  it.each([
    [1, '0,01~h'],
    [10, '0,1~h'],
    [15_167, '151,67~h'],
    [160_700, '1_607~h'],
    [-15_167, '−151,67~h'],
  ])('of %i hundredths of an hour are %s', (centihours, expected) => {
    expect(seen(formatHours(centihours))).toBe(expected);
  });

  it.each([
    [-0.004, '0'],
    [-0.006, '−0,01'],
    [1234.5, '1_234,5'],
    [12_345_678, '12_345_678'],
    [100, '100'],
  ])('%d is written %s', (value, expected) => {
    expect(seen(formatNumber(value, 'fr'))).toBe(expected);
  });

  it('of a distance stop at a tenth', () => {
    expect([0, 0.04, 0.06, 12, 12.34].map((km) => seen(formatDistance(km)))).toEqual([
      '0~km',
      '0~km',
      '0,1~km',
      '12~km',
      '12,3~km',
    ]);
    expect(seen(formatDistance(12.34, 'en'))).toBe('12.3~km');
  });

  it('never break over two lines in French, and are read back whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (cents) => {
        const text = formatMoney(cents, 'fr', 'none');
        expect(text).not.toContain(' ');
        const bare = text
          .replaceAll(/[\u202f\u00a0€]/g, '')
          .replace('−', '-')
          .replace(',', '.');
        expect(Math.round(Number(bare) * 100)).toBe(cents);
      }),
    );
  });

  it('of each month are the ones that people read', () => {
    const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}-02`);
    expect(months.map((day) => seen(formatDay(day, 'fr', 'short'))).join(' ')).toBe(
      '2~janv. 2~févr. 2~mars 2~avr. 2~mai 2~juin 2~juil. 2~août 2~sept. 2~oct. 2~nov. 2~déc.',
    );
    expect(months.map((day) => seen(formatDay(day, 'en', 'short'))).join(' ')).toBe(
      '2~Jan 2~Feb 2~Mar 2~Apr 2~May 2~Jun 2~Jul 2~Aug 2~Sep 2~Oct 2~Nov 2~Dec',
    );
  });
});

describe('typed spaces', () => {
  it('once made right are left alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a1 :;!?«»€%h{}'), maxLength: 30 }), (text) => {
        expect(typeset(typeset(text))).toBe(typeset(text));
      }),
    );
  });

  it('never add nor lose a sign', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        expect(typeset(text)).toHaveLength(text.length);
        expect(typeset(text, 'en')).toBe(text);
      }),
    );
  });
});

describe('the words of a catalogue', () => {
  const words = defineWords({
    fr: {
      'shelf.free': 'Reste {leftCentihours} pour {priceCents}.',
      'shelf.since': 'Depuis le {day}.',
      'shelf.quoted': 'On lit « {value} ».',
      'shelf.year': 'En {year}, {places} places.',
      'shelf.people': { one: '{count} personne', many: '{count} de personnes', other: '{count} personnes' },
    },
    en: {
      'shelf.free': '{leftCentihours} left for {priceCents}.',
      'shelf.since': 'Since {day}.',
      'shelf.quoted': 'It reads “{value}”.',
      'shelf.year': 'In {year}, {places} places.',
      'shelf.people': { one: '{count} person', other: '{count} people' },
    },
  });
  const read = (locale: 'fr' | 'en', key: string, facts: Record<string, string | number> = {}) =>
    seen(sentence(words, locale, key, facts));

  it.each([
    ['fr', 0, '0 personne'],
    ['fr', 1, '1 personne'],
    ['fr', 2, '2 personnes'],
    ['fr', 1234, '1_234 personnes'],
    ['fr', 1_000_000, '1_000_000 de personnes'],
    ['en', 0, '0 people'],
    ['en', 1, '1 person'],
    ['en', 1_000_000, '1,000,000 people'],
  ] as const)('count as each language does: %s, %i', (locale, count, expected) => {
    expect(seen(translate(words, locale, 'shelf.people', { count }))).toBe(expected);
  });

  it('write each fact by the unit in its name', () => {
    expect(read('fr', 'shelf.free', { leftCentihours: 150, priceCents: 1250 })).toBe('Reste 1,5~h pour 12,50~€.');
    expect(read('en', 'shelf.free', { leftCentihours: 150, priceCents: 1250 })).toBe('1.5~h left for €12.50.');
    expect(read('fr', 'shelf.year', { year: 2026, places: 2026 })).toBe('En 2026, 2_026 places.');
  });

  it('read a day as a day, and quote what somebody wrote as it was written', () => {
    expect(read('fr', 'shelf.since', { day: '2026-05-01' })).toBe('Depuis le 1er~mai~2026.');
    expect(read('fr', 'shelf.since', { day: '2026-02-30' })).toBe('Depuis le 2026-02-30.');
    expect(read('fr', 'shelf.quoted', { value: '2026-05-01' })).toBe('On lit «_2026-05-01_».');
  });

  it('leave a gap for a fact that never came, and give back a code that has no words', () => {
    expect(read('fr', 'shelf.since')).toBe('Depuis le ….');
    expect(read('fr', 'shelf.since', { toString: 'x' })).toBe('Depuis le ….');
    expect(read('fr', 'shelf.unheard_of')).toBe('shelf.unheard_of');
    expect(read('en', 'toString')).toBe('toString');
    expect(hasSentence(words, 'constructor')).toBe(false);
  });

  it.each([
    ['avril~2026', 'Heures d’avril~2026, de mars'],
    ['août~2026', 'Heures d’août~2026, de mars'],
    ['octobre~2026', 'Heures d’octobre~2026, de mars'],
    ['mai~2026', 'Heures de mai~2026, de mars'],
    ['Aoûtienne SARL', 'Heures de Aoûtienne SARL, de mars'],
  ])('elide before a month that begins with a vowel: %s', (month, expected) => {
    const of = defineWords({
      fr: { 'shelf.of': 'Heures de {month}, de mars' },
      en: { 'shelf.of': 'Hours of {month}' },
    });
    const given = month.replace('~', '\u00a0');
    expect(seen(translate(of, 'fr', 'shelf.of', { month: given }))).toBe(expected);
    expect(seen(translate(of, 'en', 'shelf.of', { month: given }))).toBe(`Hours of ${month}`);
  });

  it('put in what somebody wrote without reading it as a model', () => {
    expect(read('fr', 'shelf.quoted', { value: '{day} $& : ok' })).toBe('On lit «_{day} $& : ok_».');
  });

  it('are joined, and never written over by another catalogue', () => {
    const other = defineWords({ fr: { 'box.full': 'Pleine.' }, en: { 'box.full': 'Full.' } });
    const both = joinWords(words, other);
    expect(sentence(both, 'en', 'box.full')).toBe('Full.');
    expect(sentence(both, 'fr', 'shelf.people', { count: 1 })).toBe('1 personne');
    expect(() => joinWords(other, words, other)).toThrow('box.full');
  });
});
