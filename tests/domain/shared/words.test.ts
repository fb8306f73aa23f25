import { defineWords, joinWords, sentence, translate } from '@jonction/domain/shared/words';
import { describe, expect, it } from 'vitest';

const thin = '\u202f';
const fixed = '\u00a0';

const words = defineWords({
  fr: {
    'shelf.full': 'L’étagère « {name} » est pleine : il reste {leftCentihours}.',
    'shelf.books': { one: '{count} livre', many: '{count} de livres', other: '{count} livres' },
    'shelf.since': 'Depuis le {since}, pour {amountCents} HT',
    'shelf.plain': 'Qui décide ?',
  },
  en: {
    'shelf.full': 'Shelf “{name}” is full: {leftCentihours} left.',
    'shelf.books': { one: '{count} book', other: '{count} books' },
    'shelf.since': 'Since {since}, for {amountCents} excl. VAT',
    'shelf.plain': 'Who decides?',
  },
});

describe('a catalogue of words', () => {
  it('writes hours, money and days by the unit in the name of the fact, with French spacing', () => {
    expect(translate(words, 'fr', 'shelf.full', { name: 'Haute', leftCentihours: 123450 })).toBe(
      `L’étagère «${thin}Haute${thin}» est pleine${thin}: il reste 1${thin}234,5${fixed}h.`,
    );
    expect(translate(words, 'fr', 'shelf.since', { since: '2020-04-12', amountCents: 125_000_000 })).toBe(
      `Depuis le 12${fixed}avr.${fixed}2020, pour 1${thin}250${thin}000${fixed}€ HT`,
    );
    expect(translate(words, 'en', 'shelf.since', { since: '2020-04-12', amountCents: 1250 })).toBe(
      `Since 12${fixed}Apr${fixed}2020, for €12.50 excl. VAT`,
    );
  });

  it('chooses the form by the plural rules of each language', () => {
    expect(translate(words, 'fr', 'shelf.books', { count: 0 })).toBe('0 livre');
    expect(translate(words, 'fr', 'shelf.books', { count: 2 })).toBe('2 livres');
    expect(translate(words, 'fr', 'shelf.books', { count: 1_000_000 })).toBe(`1${thin}000${thin}000 de livres`);
    expect(translate(words, 'en', 'shelf.books', { count: 0 })).toBe('0 books');
    expect(translate(words, 'en', 'shelf.books', { count: 1 })).toBe('1 book');
  });

  it('shows a gap for a fact that never came and the code for a sentence nobody wrote', () => {
    expect(sentence(words, 'fr', 'shelf.full', { name: 'Haute' })).toContain('il reste ….');
    expect(sentence(words, 'fr', 'shelf.unknown')).toBe('shelf.unknown');
    expect(sentence(words, 'en', 'toString')).toBe('toString');
  });

  it('never lets a fact bring parameters of its own', () => {
    expect(sentence(words, 'en', 'shelf.full', { name: '{leftCentihours}', leftCentihours: 100 })).toBe(
      `Shelf “{leftCentihours}” is full: 1${fixed}h left.`,
    );
  });

  it('refuses two catalogues that define the same key', () => {
    const other = defineWords({ fr: { 'shelf.plain': 'Non' }, en: { 'shelf.plain': 'No' } });
    expect(() => joinWords(words, other)).toThrow('shelf.plain');
    expect(Object.keys(joinWords(words).fr)).toHaveLength(4);
  });
});

describe('what the compiler refuses', () => {
  it('an English catalogue with a key missing, a key too many or an unknown parameter', () => {
    // @ts-expect-error the English sentence of `a` is missing
    defineWords({ fr: { a: 'A', b: 'B' }, en: { b: 'B' } });
    // @ts-expect-error `c` has no French
    defineWords({ fr: { a: 'A' }, en: { a: 'A', c: 'C' } });
    // @ts-expect-error the French sentence gives no {day}
    defineWords({ fr: { a: 'A {name}' }, en: { a: 'A {day}' } });
    // @ts-expect-error a parameter is missing
    translate(words, 'fr', 'shelf.full', { name: 'Haute' });
    // @ts-expect-error an unknown key
    translate(words, 'fr', 'shelf.nothing');
    expect(translate(words, 'fr', 'shelf.plain')).toBe(`Qui décide${thin}?`);
  });
});
