import { haveLikeNames, type Identity, isSameRow, nameKey } from '@jonction/domain/participant/same-person';
import fc from 'fast-check';
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

describe('a slip of the keyboard', () => {
  const like = (a: string, b: string) =>
    haveLikeNames({ firstName: 'Awa', lastName: a }, { firstName: 'Awa', lastName: b });

  it.each([
    ['none in three letters', 'Sow', 'Son', false],
    ['one in four', 'Diop', 'Diob', true],
    ['one letter lost, three left', 'Diop', 'Dio', false],
    ['two in four', 'Diop', 'Dlob', false],
    ['two in eight', 'Camarade', 'Kamarabe', false],
    ['two in nine', 'Traorenko', 'Traarenka', true],
    ['three in nine', 'Traorenko', 'Ttaarenka', false],
    ['two letters lost, eight left', 'Traorenkos', 'Traorenk', false],
    ['two neighbours swapped, as one', 'Diop', 'Doip', true],
    ['two swaps in a name of eight', 'Camarade', 'Acmaraed', false],
  ])('is forgiven by the length of the name: %s', (_, a, b, alike) => {
    expect(like(a, b)).toBe(alike);
    expect(like(b, a)).toBe(alike);
  });

  it('does not depend on who is compared with whom', () => {
    const name = fc.stringMatching(/^[a-c]{1,10}$/);
    const person = fc.record({ firstName: name, lastName: name });
    fc.assert(
      fc.property(person, person, (a, b) => {
        expect(haveLikeNames(a, b)).toBe(haveLikeNames(b, a));
        expect(haveLikeNames(a, { firstName: a.lastName, lastName: a.firstName })).toBe(true);
      }),
    );
  });
});

describe('one address and one birth date', () => {
  const fatou = { firstName: 'Fatoumata', lastName: 'Camara', birthDate: '1990-02-01', phone: null, email: 'f@x.test' };

  it.each([
    ['a married name: the first name is the same', 'Fatoumata', 'Kone', '1990-02-01', true],
    ['a usual first name: the last name is the same', 'Nene', 'Camara', '1990-02-01', true],
    ['neither name the same', 'Nene', 'Kone', '1990-02-01', false],
    ['a shared name, and no birth date to tell', 'Fatoumata', 'Kone', null, false],
    ['a shared name, and another birth date', 'Fatoumata', 'Kone', '1991-02-01', false],
    ['a slip in the name, and another birth date', 'Fatoumatta', 'Camara', '1991-02-01', false],
    ['a slip in the name, and no birth date to tell', 'Fatoumatta', 'Camara', null, true],
  ])('with %s', (_, firstName, lastName, birthDate, same) => {
    const row = { ...fatou, firstName, lastName, birthDate };
    expect(isSameRow(fatou, row)).toBe(same);
    expect(isSameRow(row, fatou)).toBe(same);
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
