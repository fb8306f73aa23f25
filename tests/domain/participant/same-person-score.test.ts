import { sameReasons } from '@jonction/domain/participant/same-person';
import {
  type Comparable,
  isNearDay,
  isWorthALook,
  leastScore,
  levelOf,
  likenessOf,
  samePoints,
} from '@jonction/domain/participant/same-person-score';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const maelle: Comparable = {
  firstName: 'Maëlle',
  lastName: 'Le Goff',
  birthDate: '1995-06-30',
  phone: '+33611223344',
  email: 'maelle@exemple.test',
  postalCode: '75013',
};
const bare = { phone: null, email: null, birthDate: null, postalCode: null };
const somebodyElse: Comparable = { ...bare, firstName: 'Paul', lastName: 'Sow' };

const words = ['Awa', 'Paul', 'Maëlle', 'Maelle', 'Le Goff', 'LE-GOFF', 'Diop', 'Diob', 'Camara'];
const anybody: fc.Arbitrary<Comparable> = fc.record({
  firstName: fc.constantFrom(...words),
  lastName: fc.constantFrom(...words),
  birthDate: fc.constantFrom(null, '1995-06-30', '1995-06-03', '1995-30-06', '1980-01-01'),
  phone: fc.constantFrom(null, '+33611223344', '+33699887766'),
  email: fc.constantFrom(null, 'a@exemple.test', 'b@exemple.test'),
  postalCode: fc.constantFrom(null, '75013', '93200'),
});

describe('likenessOf', () => {
  it.each([
    ['the same name and birth date', { phone: null, email: null, postalCode: null }, ['name', 'birth'], 75],
    [
      'a slip in the name, the same birth date',
      { ...bare, firstName: 'Maële', birthDate: '1995-06-30' },
      ['like_name', 'birth'],
      60,
    ],
    [
      'the same name, a figure typed wrong in the date',
      { ...bare, birthDate: '1995-06-80' },
      ['name', 'near_birth'],
      55,
    ],
    ['the same name and telephone', { ...bare, phone: maelle.phone }, ['name', 'phone'], 60],
    ['the same name and town', { ...bare, postalCode: '75013' }, ['name', 'commune'], 45],
    ['the same name alone', bare, ['name'], 40],
    ['everything', {}, ['name', 'birth', 'phone', 'email', 'commune'], 100],
  ])('says points and reasons for %s', (_, changed, reasons, score) => {
    expect(likenessOf(maelle, { ...maelle, ...changed })).toEqual({ score, reasons });
  });

  it('counts first and last name swapped, accents and capitals as the same name', () => {
    const swapped = { ...maelle, firstName: 'LE GOFF', lastName: 'maelle' };
    expect(likenessOf(maelle, swapped).reasons[0]).toBe('name');
  });

  it('speaks against two of one household: what they share, and another day of birth', () => {
    const sister = { ...maelle, firstName: 'Rozenn', birthDate: '1999-02-11' };
    expect(likenessOf(maelle, sister)).toEqual({ score: 5, reasons: ['phone', 'email', 'commune', 'other_birth'] });
  });

  it('never counts what is not known, on either side', () => {
    expect(likenessOf({ ...maelle, ...bare }, { ...maelle, ...bare })).toEqual({ score: 40, reasons: ['name'] });
    expect(likenessOf({ ...maelle, ...bare }, somebodyElse)).toEqual({ score: 0, reasons: [] });
  });

  it('does not depend on which of the two comes first', () => {
    fc.assert(
      fc.property(anybody, anybody, (a, b) => {
        expect(likenessOf(a, b)).toEqual(likenessOf(b, a));
      }),
    );
  });

  it('stays within 0 and 100, and its points are those of its reasons', () => {
    fc.assert(
      fc.property(anybody, anybody, (a, b) => {
        const { score, reasons } = likenessOf(a, b);
        const points = reasons.reduce((sum, reason) => sum + samePoints[reason], 0);
        expect(score).toBe(Math.min(100, Math.max(0, points)));
        expect(new Set(reasons).size).toBe(reasons.length);
        expect(reasons).toEqual(sameReasons.filter((reason) => reasons.includes(reason)));
      }),
    );
  });

  it('is never lower when one more thing is the same', () => {
    fc.assert(
      fc.property(anybody, anybody, (a, b) => {
        const { score } = likenessOf(a, b);
        expect(
          likenessOf({ ...a, phone: '+33600000001' }, { ...b, phone: '+33600000001' }).score,
        ).toBeGreaterThanOrEqual(a.phone !== null && a.phone === b.phone ? score : Math.min(score, 100));
      }),
    );
  });

  it('finds a record the same as itself the likeliest there is', () => {
    fc.assert(
      fc.property(anybody, anybody, (a, b) => {
        expect(likenessOf(a, a).score).toBeGreaterThanOrEqual(likenessOf(a, b).score - samePoints.birth);
        expect(likenessOf(a, a).reasons).not.toContain('other_birth');
      }),
    );
  });
});

describe('isWorthALook', () => {
  const looked = (changed: Partial<Comparable>, from: Comparable = maelle) =>
    isWorthALook(likenessOf(maelle, { ...from, ...changed }));

  it('looks at the same telephone or e-mail, whatever the names: a person judges', () => {
    expect(looked({ phone: maelle.phone }, somebodyElse)).toBe(true);
    expect(looked({ email: maelle.email }, somebodyElse)).toBe(true);
  });

  it('looks at a like name with the same birth date', () => {
    expect(looked({ ...bare, firstName: 'Maële', birthDate: maelle.birthDate })).toBe(true);
  });

  it('does not look at a birth date or a town that strangers share', () => {
    expect(looked({ birthDate: maelle.birthDate, postalCode: '75013' }, somebodyElse)).toBe(false);
    expect(looked({ postalCode: '75013' }, somebodyElse)).toBe(false);
  });

  it('does not look at two of the same name born on days that no slip explains', () => {
    expect(looked({ ...bare, birthDate: '1971-12-25' })).toBe(false);
  });

  it('looks from the least score on', () => {
    expect(looked(bare)).toBe(true);
    expect(isWorthALook({ score: leastScore - 1, reasons: ['like_name'] })).toBe(false);
  });
});

describe('levelOf', () => {
  it('cuts at 50 and 75', () => {
    expect([100, 75, 74, 50, 49, 0].map(levelOf)).toEqual(['sure', 'sure', 'likely', 'likely', 'possible', 'possible']);
  });
});

describe('isNearDay', () => {
  it.each([
    ['1995-06-03', '1995-03-06', true],
    ['1995-06-30', '1995-06-31', true],
    ['1995-06-30', '1985-06-30', true],
    ['1995-06-30', '1986-06-30', false],
    ['1995-06-30', '1995-07-31', false],
  ])('%s and %s: %s', (a, b, near) => {
    expect(isNearDay(a, b)).toBe(near);
    expect(isNearDay(b, a)).toBe(near);
  });
});
