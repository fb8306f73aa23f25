import { type SameReason, sameReasons } from '@jonction/domain/participant/same-person';
import {
  type Comparable,
  isNearDay,
  isWorthALook,
  levelOf,
  likenessOf,
} from '@jonction/domain/participant/same-person-score';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const fatou: Comparable = {
  firstName: 'Fatou',
  lastName: 'Camara',
  birthDate: '1988-04-12',
  phone: '+33611223344',
  email: 'fatou@exemple.test',
  postalCode: '93200',
};
const unknown = { birthDate: null, phone: null, email: null, postalCode: null };

describe('two records side by side', () => {
  it.each<[string, Partial<Comparable>, number, SameReason[], boolean, string]>([
    ['like name alone', { ...unknown, firstName: 'Fatu' }, 25, ['like_name'], false, 'possible'],
    [
      'like name, same town',
      { ...unknown, firstName: 'Fatu', postalCode: '93200' },
      30,
      ['like_name', 'commune'],
      false,
      'possible',
    ],
    [
      'like name, date swapped: just enough points',
      { ...unknown, firstName: 'Fatu', birthDate: '1988-12-04' },
      40,
      ['like_name', 'near_birth'],
      true,
      'possible',
    ],
    [
      'same name, another birth date, same town',
      { ...unknown, birthDate: '1971-09-30', postalCode: '93200' },
      5,
      ['name', 'commune', 'other_birth'],
      false,
      'possible',
    ],
    [
      'same name and telephone, another birth date',
      { ...unknown, phone: fatou.phone, birthDate: '1971-09-30' },
      20,
      ['name', 'phone', 'other_birth'],
      true,
      'possible',
    ],
    [
      'same birth date, telephone, e-mail and town under another name',
      { firstName: 'Moussa', lastName: 'Sow' },
      80,
      ['birth', 'phone', 'email', 'commune'],
      true,
      'sure',
    ],
    [
      'same name, telephone and e-mail',
      { ...unknown, phone: fatou.phone, email: fatou.email },
      80,
      ['name', 'phone', 'email'],
      true,
      'sure',
    ],
    [
      'like name, everything else',
      { firstName: 'Fatu' },
      100,
      ['like_name', 'birth', 'phone', 'email', 'commune'],
      true,
      'sure',
    ],
    ['nothing in common', { ...unknown, firstName: 'Moussa', lastName: 'Sow' }, 0, [], false, 'possible'],
  ])('%s', (_, changed, score, reasons, looked, level) => {
    const likeness = likenessOf(fatou, { ...fatou, ...changed });
    expect(likeness).toEqual({ score, reasons });
    expect(isWorthALook(likeness)).toBe(looked);
    expect(levelOf(likeness.score)).toBe(level);
  });

  it('in two alphabets of their own are not one name', () => {
    const olga = { ...unknown, firstName: 'Ольга', lastName: 'Иванова' };
    const maryam = { ...unknown, firstName: 'مريم', lastName: 'حداد' };
    expect(likenessOf(olga, maryam)).toEqual({ score: 0, reasons: [] });
    expect(likenessOf(olga, { ...olga, firstName: 'ОЛЬГА' })).toEqual({ score: 40, reasons: ['name'] });
  });
});

describe('a look', () => {
  const anyReasons = fc.subarray([...sameReasons]);

  it('is never asked for by a birth date or a town without a name, a telephone or an e-mail', () => {
    fc.assert(
      fc.property(anyReasons, fc.integer({ min: 0, max: 100 }), (reasons, score) => {
        const strangers = reasons.every((reason) => !['name', 'like_name', 'phone', 'email'].includes(reason));
        if (strangers) expect(isWorthALook({ score, reasons })).toBe(false);
        if (reasons.includes('phone') || reasons.includes('email')) {
          expect(isWorthALook({ score, reasons })).toBe(true);
        }
      }),
    );
  });

  it('once asked for is asked for with more points too', () => {
    fc.assert(
      fc.property(anyReasons, fc.nat(100), fc.nat(100), (reasons, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        if (isWorthALook({ score: low, reasons })) expect(isWorthALook({ score: high, reasons })).toBe(true);
      }),
    );
  });
});

describe('days of birth', () => {
  const day = fc.integer({ min: 0, max: 25_000 }).map((count) => addDays('1940-01-01', count));

  it.each([
    ['1988-04-12', '1988-12-04', true],
    ['1988-04-12', '1989-04-12', true],
    ['1988-04-12', '1998-04-12', true],
    ['1988-04-12', '1988-04-13', true],
    ['1988-04-19', '1988-04-20', false],
    ['1988-04-12', '1988-05-13', false],
    ['1988-04-12', '1989-12-04', false],
    ['1988-09-12', '1988-10-12', false],
  ])('%s and %s are a slip apart: %s', (a, b, near) => {
    expect(isNearDay(a, b)).toBe(near);
    expect(isNearDay(b, a)).toBe(near);
  });

  it('are a slip apart, or not, whichever comes first', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(isNearDay(a, b)).toBe(isNearDay(b, a));
      }),
    );
  });

  it('speak for or against, or not at all: one sign of birth at most', () => {
    fc.assert(
      fc.property(fc.option(day, { nil: null }), fc.option(day, { nil: null }), (one, other) => {
        const { reasons } = likenessOf({ ...fatou, birthDate: one }, { ...fatou, birthDate: other });
        const ofBirth = reasons.filter((reason) => reason.endsWith('birth'));
        expect(ofBirth).toHaveLength(one === null || other === null ? 0 : 1);
      }),
    );
  });
});
