import {
  haveLikeNames,
  type Identity,
  isSameRow,
  nameKey,
  reasonsForSame,
} from '@jonction/domain/participant/same-person';
import { describe, expect, it } from 'vitest';

const maelle: Identity = {
  firstName: 'Maëlle',
  lastName: 'Le Goff',
  birthDate: '1995-06-30',
  phone: '+33611223344',
  email: 'maelle@exemple.test',
};
const bare = { phone: null, email: null, birthDate: null };

describe('haveLikeNames', () => {
  it.each([
    ['accents and capitals', 'MAELLE', 'LE GOFF'],
    ['a hyphen', 'Maëlle', 'Le-Goff'],
    ['first and last name swapped', 'Le Goff', 'Maëlle'],
    ['a slip of the keyboard', 'Maële', 'Le Goff'],
    ['two letters swapped', 'Maëlle', 'Le Gfof'],
  ])('sees through %s', (_, firstName, lastName) => {
    expect(haveLikeNames(maelle, { firstName, lastName })).toBe(true);
  });

  it.each([
    ['another first name', 'Manon', 'Le Goff'],
    ['short names one letter apart', 'Lou', 'Sow', 'Leo', 'Sow'],
  ])('tells apart %s', (_, firstName, lastName, otherFirst = 'Maëlle', otherLast = 'Le Goff') => {
    expect(haveLikeNames({ firstName, lastName }, { firstName: otherFirst, lastName: otherLast })).toBe(false);
  });
});

describe('reasonsForSame', () => {
  it('suspects the same name and birth date, the same telephone, the same e-mail, each apart', () => {
    const other = { ...maelle, ...bare };
    expect(reasonsForSame(maelle, { ...other, birthDate: '1995-06-30', firstName: 'Maelle' })).toEqual([
      'name_and_birth',
    ]);
    expect(reasonsForSame(maelle, { ...other, firstName: 'Paul', phone: maelle.phone })).toEqual(['phone']);
    expect(reasonsForSame(maelle, { ...other, firstName: 'Paul', email: maelle.email })).toEqual(['email']);
    expect(reasonsForSame(maelle, other)).toEqual([]);
  });

  it('suspects nothing of two people of whom nothing is known', () => {
    expect(reasonsForSame({ ...maelle, ...bare }, { ...maelle, ...bare })).toEqual([]);
  });
});

describe('isSameRow', () => {
  it.each([
    ['the same name and telephone', { phone: maelle.phone }],
    ['the same name and e-mail', { email: maelle.email }],
    ['the same name and birth date', { birthDate: maelle.birthDate }],
  ])('knows again %s', (_, known) => {
    expect(isSameRow({ ...maelle, ...bare, firstName: 'MAELLE', ...known }, maelle)).toBe(true);
  });

  it('knows again a name corrected, by the e-mail', () => {
    expect(isSameRow({ ...maelle, ...bare, firstName: 'Maele', email: maelle.email }, maelle)).toBe(true);
  });

  it('never takes two people of one household, or of one adviser, for one', () => {
    const lina = {
      ...bare,
      firstName: 'Lina',
      lastName: 'Isnard',
      phone: '+33600000000',
      email: 'conseil@mission.test',
    };
    expect(
      isSameRow({ ...lina, birthDate: '2000-01-01' }, { ...lina, firstName: 'Lisa', birthDate: '2002-01-01' }),
    ).toBe(false);
    expect(isSameRow(lina, { ...lina, firstName: 'Paul', lastName: 'Sow' })).toBe(false);
    expect(isSameRow({ ...lina, email: null }, { ...lina, firstName: 'Lisa', email: null })).toBe(false);
  });

  it('does not know again by the name alone', () => {
    expect(isSameRow({ ...maelle, ...bare }, { ...maelle, ...bare })).toBe(false);
  });
});

describe('nameKey', () => {
  it('does not depend on order, accents, case, ligatures or apostrophes', () => {
    const key = nameKey({ firstName: 'Anne-Marie', lastName: "N'Guyen Cœur" });
    expect(nameKey({ firstName: 'N’GUYEN coeur', lastName: 'anne marie' })).toBe(key);
  });
});
