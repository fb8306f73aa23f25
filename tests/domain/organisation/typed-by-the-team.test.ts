import {
  nameSecondSchema,
  needsSecond,
  proveContactSchema,
  saveContactSchema,
} from '@jonction/domain/organisation/contact-person';
import { namelessBody } from '@jonction/domain/organisation/nameless';
import {
  createOrganisationSchema,
  employerSubkinds,
  partnerSubkinds,
  recordableKinds,
  renameOrganisationSchema,
} from '@jonction/domain/organisation/organisation';
import { organisationPermissions } from '@jonction/domain/organisation/permissions';
import { slugOf } from '@jonction/domain/organisation/slug';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsRefused, idOf, refusalsOf } from '../shared/refusals-of.ts';

const company = { kind: 'employer', name: 'Propreté du Val' };

describe('an organisation typed by the team', () => {
  it.each([
    ['with a name alone', {}, []],
    ['without a name', { name: '  ' }, ['name: organisation.name_missing']],
    ['with the longest name', { name: 'x'.repeat(300) }, []],
    ['with a name too long', { name: 'x'.repeat(301) }, ['name: organisation.name_too_long']],
    ['with a SIRET typed in groups', { identifier: '356 000 000 00048' }, []],
    ['with a SIRET whose key is wrong', { identifier: '35600000000046' }, ['identifier: reference.siret_invalid']],
    ['with a SIREN in the place of a SIRET', { identifier: '356000000' }, ['identifier: reference.siret_invalid']],
    ['with nine zeros and five more', { identifier: '00000000000000' }, ['identifier: reference.siret_invalid']],
    ['with an empty number', { identifier: '' }, []],
    ['with a VAT number of Belgium', { identifierKind: 'TVA', identifier: 'BE 0123.456.749' }, []],
    [
      'with a VAT number that is none',
      { identifierKind: 'TVA', identifier: '12' },
      ['identifier: organisation.identifier_invalid'],
    ],
    [
      'with a RIDET too short',
      { identifierKind: 'RIDET', identifier: '123' },
      ['identifier: organisation.identifier_invalid'],
    ],
    ['with four digits of a postal code', { postalCode: '7500' }, ['postalCode: organisation.postal_code_invalid']],
    ['with a postal code of the overseas', { postalCode: ' 97400 ' }, []],
    ['with a telephone of nine figures', { phone: '01 23 45 67 8' }, ['phone: organisation.phone_invalid']],
    ['with a telephone in words', { phone: 'appeler Ida' }, ['phone: organisation.phone_invalid']],
  ])('%s', (_, given, refusals) => {
    expect(refusalsOf(createOrganisationSchema, { ...company, ...given })).toEqual(refusals);
  });

  it('says each thing wrong at its own field, all at once', () => {
    const wrong = { kind: 'employer', name: '', identifier: '1', postalCode: 'x', phone: 'y' };
    expect(fieldsRefused(createOrganisationSchema, wrong).sort()).toEqual(['name', 'phone', 'postalCode']);
  });

  it('is kept as it is read, whatever the spaces typed', () => {
    expect(
      createOrganisationSchema.parse({
        ...company,
        name: ' Propreté  du Val ',
        identifier: '356.000.000-00048',
        phone: '01.23.45.67.89',
      }),
    ).toMatchObject({
      name: 'Propreté  du Val',
      identifierKind: 'SIRET',
      identifier: '35600000000048',
      phone: '+33123456789',
    });
  });

  it('is a buyer, a company or a partner: a structure is made by whoever runs the product', () => {
    expect(
      recordableKinds.filter((kind) => fieldsRefused(createOrganisationSchema, { ...company, kind }).length > 0),
    ).toEqual([]);
    expect(fieldsRefused(createOrganisationSchema, { ...company, kind: 'structure' })).toEqual(['kind']);
  });

  it('has a subkind of one list or of the other, never of both', () => {
    expect(employerSubkinds.filter((one) => (partnerSubkinds as readonly string[]).includes(one))).toEqual([]);
    expect(fieldsRefused(createOrganisationSchema, { ...company, subkind: 'bank' })).toEqual(['subkind']);
  });

  it('is renamed under the same rules', () => {
    expect(refusalsOf(renameOrganisationSchema, { organisationId: idOf(1), name: '\t' })).toEqual([
      'name: organisation.name_missing',
    ]);
  });
});

describe('a body that open data publishes by its number', () => {
  it.each([
    ['buyer', 'SIRET', '35600000000048', 'Acheteur sans nom · SIRET 356 000 000 00048'],
    ['employer', 'SIRET', '35600000000048', 'Entreprise sans nom · SIRET 356 000 000 00048'],
    ['employer', 'SIREN', '356000000', 'Entreprise sans nom · SIREN 356 000 000'],
    ['employer', 'TVA', 'BE0123456749', 'Entreprise sans nom · TVA BE0123456749'],
    ['employer', 'SIRET', '3560', 'Entreprise sans nom · SIRET 3560'],
  ] as const)('a %s known by its %s %s is called "%s"', (kind, identifierKind, identifier, name) => {
    expect(namelessBody({ kind, identifierKind, identifier })).toBe(name);
  });
});

describe('somebody of an organisation', () => {
  const typed = { organisationId: idOf(1), name: 'Ida Morel', phone: '06 12 34 56 78' };

  it.each([
    ['with a telephone', {}, []],
    ['with an address alone', { phone: '', email: ' Ida@Val.example ' }, []],
    ['with neither', { phone: ' ', email: '' }, ['phone: organisation.contact_unreachable']],
    ['with a broken address', { email: 'ida@' }, ['email: organisation.contact_email_wrong']],
    ['with a broken telephone', { phone: '06 12' }, ['phone: organisation.phone_invalid']],
    ['without a name', { name: '' }, ['name: organisation.contact_name_missing']],
  ])('%s', (_, given, refusals) => {
    expect(refusalsOf(saveContactSchema, { ...typed, ...given })).toEqual(refusals);
    const { organisationId: _left, ...second } = { ...typed, ...given };
    expect(refusalsOf(nameSecondSchema, second)).toEqual(refusals);
  });

  it('is kept with what is empty said to be nothing', () => {
    expect(saveContactSchema.parse({ ...typed, email: '  ', function: ' ' })).toMatchObject({
      phone: '+33612345678',
      email: null,
      function: null,
    });
    expect(nameSecondSchema.parse({ name: 'Ida', email: 'IDA@val.example' })).toEqual({
      name: 'Ida',
      function: null,
      email: 'ida@val.example',
      phone: null,
      gone: false,
    });
  });

  it('is proven by hand by a call, or said to be gone: a letter proves by itself', () => {
    for (const proof of ['call', 'gone'])
      expect(refusalsOf(proveContactSchema, { contactId: idOf(1), proof })).toEqual([]);
    for (const proof of ['bounce', 'answer', 'opening']) {
      expect(fieldsRefused(proveContactSchema, { contactId: idOf(1), proof })).toEqual(['proof']);
    }
  });

  const fresh = { createdOn: '2026-05-01', lastProofOn: null, loweredBy: null };

  it.each([
    ['nobody', [], true],
    ['one person', [fresh], true],
    ['two people', [fresh, fresh], false],
    ['two, one of whom left', [fresh, { ...fresh, loweredBy: 'gone' as const }], true],
    ['two, one silent for 90 days', [fresh, { ...fresh, createdOn: '2026-02-11' }], true],
    ['two, one proven 89 days ago', [fresh, { ...fresh, createdOn: '2026-02-12' }], false],
    ['three, one whose mail came back', [fresh, fresh, { ...fresh, loweredBy: 'bounce' as const }], false],
  ])('is asked for, where a company has %s to count on', (_, contacts, asked) => {
    expect(needsSecond(contacts, '2026-05-12')).toBe(asked);
  });
});

describe('the short name of a structure', () => {
  it.each([
    ['Œuvres & Cie', 'oeuvres-cie'],
    ['L’Été à Nîmes', 'l-ete-a-nimes'],
    ['  --  ', ''],
    ['日本', ''],
    ['a'.repeat(80), 'a'.repeat(60)],
    [`${'a'.repeat(59)} b`, 'a'.repeat(59)],
  ])('of "%s" is "%s"', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it('can be typed after a command whatever the name, and is its own short name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 90 }), (name) => {
        const slug = slugOf(name);
        expect(slug).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
        expect(slug.length).toBeLessThanOrEqual(60);
        expect(slugOf(slug)).toBe(slug);
      }),
    );
  });
});

it('keeps the contacts of companies to the team, and lets a company name only its own', () => {
  for (const procedure of [
    'organisation.listContacts',
    'organisation.saveContact',
    'organisation.listStaleContacts',
  ] as const) {
    expect(organisationPermissions[procedure].who).toEqual(['facilitator', 'lead']);
  }
  expect(organisationPermissions['organisation.nameSecond']).toEqual({ who: ['link', 'employer'], elsewhere: 'own' });
});
