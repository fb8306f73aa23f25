import { haveLikeNames, type Identity, isSameRow, nameKey } from '@jonction/domain/participant/same-person';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const born = '1988-04-12';
const named = (firstName: string, lastName: string, known: Partial<Identity> = {}): Identity => ({
  firstName,
  lastName,
  birthDate: null,
  phone: null,
  email: null,
  ...known,
});

const letters = fc.constantFrom(...'abcdefghijklmnoprstuvz');
const wordOf = (minLength: number, maxLength: number) => fc.string({ unit: letters, minLength, maxLength });
const names = ['Awa', 'Fatou', 'Maëlle', 'Maele', 'Le Goff', 'LE-GOFF', 'Legof', 'Diop', 'Diob', 'Ольга', 'مريم'];
const anybody: fc.Arbitrary<Identity> = fc.record({
  firstName: fc.constantFrom(...names),
  lastName: fc.constantFrom(...names),
  birthDate: fc.constantFrom(null, born, '1988-12-04'),
  phone: fc.constantFrom(null, '+33611223344', '+33699887766'),
  email: fc.constantFrom(null, 'a@exemple.test', 'b@exemple.test'),
});

describe('the key of a name', () => {
  it.each([
    ['Awa', 'Diop', 'awa diop'],
    ['DIOP', 'awa', 'awa diop'],
    ['  Awa ', ' Diop  ', 'awa diop'],
    ['Anne-Marie', 'Le Goff', 'anne goff le marie'],
    ['Zoé', 'D’Arc', 'arc d zoe'],
    ['Zoé', "D'Arc", 'arc d zoe'],
    ['François', 'Nuñez', 'francois nunez'],
    ['Lætitia', 'Cœur', 'coeur laetitia'],
    ['Jean', 'Dupont (né Martin)', 'dupont jean martin ne'],
    ['Awa', 'Diop 2', '2 awa diop'],
    ['Łukasz', 'Nowak', 'nowak łukasz'],
    ['Ольга', 'Иванова', 'иванова ольга'],
  ])('of "%s" "%s" is "%s"', (firstName, lastName, key) => {
    expect(nameKey({ firstName, lastName })).toBe(key);
  });

  it('is the same whether an accent is one character or two', () => {
    const composed = { firstName: 'Zo\u00e9', lastName: 'N\u00fa\u00f1ez' };
    const apart = { firstName: 'Zoe\u0301', lastName: 'Nu\u0301n\u0303ez' };
    expect(nameKey(apart)).toBe(nameKey(composed));
  });

  it.each([
    ['Ольга', 'Иванова', 'Пётр', 'Сидоров'],
    ['مريم', 'حداد', 'يوسف', 'منصور'],
    ['美', '王', '伟', '李'],
    ['Олена', 'Коваль', 'Awa', 'Diop'],
  ])('never mixes %s %s with %s %s: every alphabet has letters', (first, last, otherFirst, otherLast) => {
    const [a, b] = [named(first, last), named(otherFirst, otherLast)];
    expect(nameKey(a)).not.toBe('');
    expect(nameKey(a)).not.toBe(nameKey(b));
    expect(haveLikeNames(a, b)).toBe(false);
    expect(isSameRow({ ...a, birthDate: born }, { ...b, birthDate: born })).toBe(false);
    expect(isSameRow({ ...a, phone: '+33611223344' }, { ...b, phone: '+33611223344' })).toBe(false);
  });

  it('does not depend on the order of its words, nor on what stands between them', () => {
    const between = fc.constantFrom(' ', '-', '’', "'", '  ', '.', ' - ');
    fc.assert(
      fc.property(fc.array(wordOf(1, 8), { minLength: 2, maxLength: 5 }), between, fc.nat(4), (words, sign, cut) => {
        const at = Math.min(cut, words.length);
        const other = words.toReversed();
        expect(nameKey({ firstName: other.slice(0, at).join(sign), lastName: other.slice(at).join(sign) })).toBe(
          nameKey({ firstName: words.join(' ').toUpperCase(), lastName: '' }),
        );
      }),
    );
  });

  it('loses no word, however often it comes', () => {
    fc.assert(
      fc.property(fc.array(wordOf(1, 8), { minLength: 1, maxLength: 6 }), (words) => {
        const key = nameKey({ firstName: words.slice(0, 1).join(' '), lastName: words.slice(1).join(' ') });
        expect(key.split(' ')).toEqual(words.toSorted());
      }),
    );
    expect(nameKey({ firstName: 'Ali', lastName: 'Ali' })).not.toBe(nameKey({ firstName: 'Ali', lastName: '' }));
  });

  it('of a key is that key', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom(...names), (firstName, lastName) => {
        const key = nameKey({ firstName, lastName });
        expect(nameKey({ firstName: key, lastName: '' })).toBe(key);
      }),
    );
  });
});

describe('names alike', () => {
  it('are as alike seen from either side', () => {
    fc.assert(
      fc.property(wordOf(1, 11), wordOf(1, 11), wordOf(1, 11), wordOf(1, 11), (a, b, c, d) => {
        const [one, other] = [named(a, b), named(c, d)];
        expect(haveLikeNames(one, other)).toBe(haveLikeNames(other, one));
      }),
    );
  });

  it('hold through one letter typed too much, anywhere in a name of four letters or more', () => {
    fc.assert(
      fc.property(wordOf(4, 12), fc.nat(12), letters, (last, place, letter) => {
        const at = Math.min(place, last.length);
        const slipped = `${last.slice(0, at)}${letter}${last.slice(at)}`;
        expect(haveLikeNames(named('Awa', last), named('Awa', slipped))).toBe(true);
      }),
    );
  });

  it('hold through two neighbours swapped, anywhere in a name of four letters or more', () => {
    fc.assert(
      fc.property(wordOf(4, 12), fc.nat(10), (last, place) => {
        const at = Math.min(place, last.length - 2);
        const slipped = `${last.slice(0, at)}${last.charAt(at + 1)}${last.charAt(at)}${last.slice(at + 2)}`;
        expect(haveLikeNames(named('Awa', last), named('Awa', slipped))).toBe(true);
      }),
    );
  });

  it('never hold between names of three letters that differ', () => {
    fc.assert(
      fc.property(wordOf(1, 3), wordOf(1, 3), (one, other) => {
        fc.pre(one !== other && one !== 'awa' && other !== 'awa');
        expect(haveLikeNames(named('Awa', one), named('Awa', other))).toBe(false);
      }),
    );
  });

  it.each([
    ['a slip in each name', 'Fatou', 'Camara', 'Fatu', 'Kamara', true],
    ['a slip in each, and the two swapped', 'Fatou', 'Camara', 'Kamara', 'Fatu', true],
    ['two slips in the first name alone', 'Fatou', 'Camara', 'Vatu', 'Camara', false],
    ['a hyphen lost, which is no slip at all', 'Anne-Marie', 'Roux', 'Annemarie', 'Roux', true],
    ['a second first name left out', 'Anne-Marie', 'Roux', 'Anne', 'Roux', false],
    ['a slip in Cyrillic as in Latin', 'Ольга', 'Иванова', 'Олга', 'Иванова', true],
    ['an accent where the other has none', 'Zoé', 'Béré', 'Zoe', 'Bere', true],
  ])('%s', (_, first, last, otherFirst, otherLast, like) => {
    expect(haveLikeNames(named(first, last), named(otherFirst, otherLast))).toBe(like);
  });
});

describe('a row of somebody already in the bank', () => {
  const email = 'fatou@exemple.test';
  const phone = '+33611223344';

  it.each<[string, Identity, Identity, boolean]>([
    [
      'same name, same e-mail, whatever the birth dates',
      named('Fatou', 'Camara', { email, birthDate: born }),
      named('Camara', 'FATOU', { email, birthDate: '1990-01-01' }),
      true,
    ],
    [
      'same name, other telephone, other e-mail, other birth date',
      named('Fatou', 'Camara', { email, phone, birthDate: born }),
      named('Fatou', 'Camara', { email: 'x@exemple.test', phone: '+33699887766', birthDate: '1990-01-01' }),
      false,
    ],
    [
      'like name, same telephone only: a household shares one',
      named('Fatou', 'Camara', { phone }),
      named('Fatu', 'Camara', { phone }),
      false,
    ],
    [
      'like name, same birth date only',
      named('Fatou', 'Camara', { birthDate: born }),
      named('Fatu', 'Camara', { birthDate: born }),
      false,
    ],
    [
      'like name, same e-mail, one birth date not known',
      named('Fatou', 'Camara', { email, birthDate: born }),
      named('Fatu', 'Camara', { email }),
      true,
    ],
    [
      'like name, same e-mail, other birth date',
      named('Fatou', 'Camara', { email, birthDate: born }),
      named('Fatu', 'Camara', { email, birthDate: '1990-01-01' }),
      false,
    ],
    [
      'married name, same e-mail and birth date',
      named('Fatou', 'Camara', { email, birthDate: born }),
      named('Fatou', 'Traoré', { email, birthDate: born }),
      true,
    ],
    [
      'twins at one address: no name in common but the last',
      named('Fatou', 'Camara', { phone, birthDate: born }),
      named('Moussa', 'Camara', { phone, birthDate: born }),
      false,
    ],
    [
      'same e-mail alone, nothing else in common',
      named('Fatou', 'Camara', { email }),
      named('Moussa', 'Sow', { email }),
      false,
    ],
  ])('%s', (_, a, b, same) => {
    expect(isSameRow(a, b)).toBe(same);
    expect(isSameRow(b, a)).toBe(same);
  });

  it('is the same seen from either side', () => {
    fc.assert(
      fc.property(anybody, anybody, (a, b) => {
        expect(isSameRow(a, b)).toBe(isSameRow(b, a));
      }),
      { numRuns: 400 },
    );
  });

  it('is known again from itself exactly when something but the name is known', () => {
    fc.assert(
      fc.property(anybody, (one) => {
        const known = one.birthDate !== null || one.phone !== null || one.email !== null;
        expect(isSameRow(one, { ...one })).toBe(known);
      }),
    );
  });

  it('is never known again where nothing but the name is shared', () => {
    fc.assert(
      fc.property(anybody, anybody, (a, b) => {
        fc.pre(a.birthDate === null || a.birthDate !== b.birthDate);
        fc.pre(a.phone === null || a.phone !== b.phone);
        fc.pre(a.email === null || a.email !== b.email);
        expect(isSameRow(a, b)).toBe(false);
      }),
    );
  });
});
