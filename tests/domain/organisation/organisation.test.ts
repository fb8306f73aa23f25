import { organisationKindOfRole, organisationKinds, roles } from '@jonction/domain/access/role';
import {
  createOrganisationSchema,
  employerSubkinds,
  partnerSubkinds,
  recordableKinds,
} from '@jonction/domain/organisation/organisation';
import { organisationWords } from '@jonction/domain/organisation/words';
import { sentence } from '@jonction/domain/shared/words';
import { describe, expect, it } from 'vitest';
import { fieldsRefused, refusalsOf } from '../shared/refusals-of.ts';

const cleaner = { kind: 'employer', name: 'Propreté du Canal' };

describe('an organisation to record', () => {
  it('needs a kind and a name, nothing else, and is then known by a SIRET to come', () => {
    expect(createOrganisationSchema.parse(cleaner)).toEqual({ ...cleaner, identifierKind: 'SIRET' });
  });

  it('is a buyer, a company or a partner, never a structure: the operator makes those', () => {
    for (const kind of organisationKinds) {
      const refused = kind === 'structure' ? ['kind'] : [];
      expect(fieldsRefused(createOrganisationSchema, { ...cleaner, kind }), kind).toEqual(refused);
    }
    expect([...recordableKinds, 'structure'].sort()).toEqual([...organisationKinds].sort());
  });

  it.each([
    ['no name', { name: '' }, 'name: organisation.name_missing'],
    ['a name of spaces', { name: '  \t ' }, 'name: organisation.name_missing'],
    ['a name of 301 characters', { name: 'x'.repeat(301) }, 'name: organisation.name_too_long'],
    ['a SIRET with a wrong key', { identifier: '73282932000075' }, 'identifier: reference.siret_invalid'],
    ['a SIREN where a SIRET is asked', { identifier: '732829320' }, 'identifier: reference.siret_invalid'],
    ['a SIRET of zeros', { identifier: '00000000000000' }, 'identifier: reference.siret_invalid'],
    [
      'a French VAT number with a wrong key',
      { identifierKind: 'TVA', identifier: 'FR45732829320' },
      'identifier: organisation.identifier_invalid',
    ],
    [
      'a TAHITI number with four figures',
      { identifierKind: 'TAHITI', identifier: 'A1234' },
      'identifier: organisation.identifier_invalid',
    ],
    ['a postal code of four figures', { postalCode: '7501' }, 'postalCode: organisation.postal_code_invalid'],
    ['a postal code with a letter', { postalCode: '2A004' }, 'postalCode: organisation.postal_code_invalid'],
    ['a telephone of nine figures', { phone: '01 23 45 67 8' }, 'phone: organisation.phone_invalid'],
    ['words for a telephone', { phone: 'standard' }, 'phone: organisation.phone_invalid'],
  ])('is refused with %s', (_, change, refusal) => {
    expect(refusalsOf(createOrganisationSchema, { ...cleaner, ...change })).toEqual([refusal]);
  });

  it.each([
    ['a name of 300 characters', { name: 'x'.repeat(300) }],
    ['a postal code with spaces around', { postalCode: ' 75013 ' }],
    ['no telephone', { phone: null }],
    ['a number of a country outside the Union', { identifierKind: 'HORS-UE', identifier: 'MA Casablanca' }],
    ['a TAHITI number with its establishment', { identifierKind: 'TAHITI', identifier: 'A12345001' }],
    ['a RIDET of Nouvelle-Calédonie', { identifierKind: 'RIDET', identifier: '0123456001' }],
    ['no number at all', { identifier: null }],
    ['an empty number: nobody has it yet', { identifier: '' }],
  ])('is accepted with %s', (_, change) => {
    expect(refusalsOf(createOrganisationSchema, { ...cleaner, ...change })).toEqual([]);
  });

  it.each([
    ['name', '  Propreté du Canal ', 'Propreté du Canal'],
    ['identifier', '732 829 320 00074', '73282932000074'],
    ['identifier', "'732.829.320.00074", '73282932000074'],
    ['phone', '01.23.45.67.89', '+33123456789'],
    ['phone', '0033 1 23 45 67 89', '+33123456789'],
    ['postalCode', ' 75013', '75013'],
    ['city', ' Paris ', 'Paris'],
  ] as const)('keeps the %s typed "%s" as %s', (field, typed, kept) => {
    expect(createOrganisationSchema.parse({ ...cleaner, [field]: typed })[field]).toBe(kept);
  });

  it('does not judge one kind of number by the key of another', () => {
    const number = { identifierKind: 'IREP', identifier: '73282932000075' };
    expect(refusalsOf(createOrganisationSchema, { ...cleaner, ...number })).toEqual([]);
  });

  it('says everything that is wrong at once, each on its field', () => {
    const wrong = { kind: 'employer', name: '', postalCode: 'x', phone: 'y', identifier: '1' };
    expect(fieldsRefused(createOrganisationSchema, wrong).sort()).toEqual(['name', 'phone', 'postalCode']);
  });
});

describe('what an organisation is besides', () => {
  it.each([...employerSubkinds, ...partnerSubkinds])('may be %s', (subkind) => {
    expect(refusalsOf(createOrganisationSchema, { ...cleaner, subkind })).toEqual([]);
  });

  it('is nothing that the field does not name', () => {
    expect(fieldsRefused(createOrganisationSchema, { ...cleaner, subkind: 'agency' })).toEqual(['subkind']);
  });

  it('holds the structures of inclusion that the labour code names, each once (L5132-4, L5213-13)', () => {
    for (const siae of ['EI', 'ACI', 'AI', 'ETTI', 'EITI', 'GEIQ', 'EA', 'ESAT'])
      expect(employerSubkinds).toContain(siae);
    const all = [...employerSubkinds, ...partnerSubkinds];
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('the words of organisations', () => {
  it('leave the acronyms of companies as the field writes them', () => {
    for (const subkind of employerSubkinds) expect(subkind).toMatch(/^[A-Z]{2,4}$/);
  });

  it('name the organisation that is there already', () => {
    const facts = { name: 'Propreté du Canal' };
    expect(sentence(organisationWords, 'fr', 'organisation.known_already', facts)).toContain(
      '«\u202fPropreté du Canal\u202f»',
    );
    expect(sentence(organisationWords, 'en', 'organisation.known_already', facts)).toContain('“Propreté du Canal”');
  });
});

describe('a role', () => {
  it('speaks for one kind of organisation, and every kind has somebody who speaks', () => {
    expect(new Set(roles.map((role) => organisationKindOfRole[role]))).toEqual(new Set(organisationKinds));
  });
});
