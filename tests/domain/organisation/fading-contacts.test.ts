import {
  type ContactFacts,
  freshnessOf,
  nameSecondSchema,
  needsSecond,
  saveContactSchema,
} from '@jonction/domain/organisation/contact-person';
import { namelessBody } from '@jonction/domain/organisation/nameless';
import { createOrganisationSchema } from '@jonction/domain/organisation/organisation';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const today = '2026-05-04';
const seen = (daysAgo: number, more: Partial<ContactFacts> = {}): ContactFacts => ({
  createdOn: addDays(today, -daysAgo),
  lastProofOn: null,
  loweredBy: null,
  ...more,
});
const facts: fc.Arbitrary<ContactFacts> = fc.record({
  createdOn: fc.integer({ min: 0, max: 200 }).map((days) => addDays(today, -days)),
  lastProofOn: fc.option(fc.integer({ min: 0, max: 200 }).map((days) => addDays(today, -days))),
  loweredBy: fc.constantFrom(null, null, 'bounce' as const, 'gone' as const),
});

describe('the dot that fades', () => {
  it.each([
    [1, 989],
    [9, 900],
    [30, 667],
    [45, 500],
    [60, 333],
    [81, 100],
    [89, 11],
  ])('has, %i days after the last proof, %i thousandths left', (days, left) => {
    expect(freshnessOf(seen(days), today)).toEqual({ fresh: true, days, left, reason: null });
  });

  it('is out on the ninetieth day, and says that it is for a silence', () => {
    expect(freshnessOf(seen(90), today)).toEqual({ fresh: false, days: 90, left: 0, reason: 'silent' });
  });

  it.each([
    ['a bounce of somebody seen today', seen(0, { loweredBy: 'bounce' }), 0, 'bounce'],
    ['a departure of somebody silent for a year', seen(365, { loweredBy: 'gone' }), 365, 'gone'],
    ['a bounce after a proof', seen(120, { lastProofOn: '2026-05-01', loweredBy: 'bounce' }), 3, 'bounce'],
  ] as const)('is put out at once, for its own reason: %s', (_, given, days, reason) => {
    expect(freshnessOf(given, today)).toEqual({ fresh: false, days, left: 0, reason });
  });

  it('counts from the later of the day it was written and the day of the proof', () => {
    fc.assert(
      fc.property(facts, ({ createdOn, lastProofOn, loweredBy }) => {
        const later = lastProofOn !== null && lastProofOn > createdOn ? lastProofOn : createdOn;
        expect(freshnessOf({ createdOn, lastProofOn, loweredBy }, today)).toEqual(
          freshnessOf({ createdOn: later, lastProofOn: null, loweredBy }, today),
        );
      }),
    );
  });

  it('stays at its whole for a proof that a clock ahead of ours dated tomorrow', () => {
    expect(freshnessOf(seen(10, { lastProofOn: addDays(today, 1) }), today)).toMatchObject({ days: 0, left: 1000 });
  });
});

describe('whom else to tell', () => {
  it('is asked by the count of those who can be counted on, in whatever order they are read', () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 6 }), (contacts) => {
        let fresh = 0;
        for (const { createdOn, lastProofOn, loweredBy } of contacts) {
          const limit = addDays(today, -90);
          if (loweredBy === null && (createdOn > limit || (lastProofOn !== null && lastProofOn > limit))) fresh += 1;
        }
        expect(needsSecond(contacts, today)).toBe(fresh < 2);
        expect(needsSecond(contacts.toReversed(), today)).toBe(fresh < 2);
      }),
    );
  });

  it('is asked again on the day when the second of two fades, not before', () => {
    const two = [seen(0), seen(80)];
    expect(needsSecond(two, addDays(today, 9))).toBe(false);
    expect(needsSecond(two, addDays(today, 10))).toBe(true);
  });

  it.each([
    ['an address alone', { email: ' RH@Canal.test ' }, { email: 'rh@canal.test', phone: null }],
    ['a telephone alone', { phone: '06 12 34 56 78' }, { email: null, phone: '+33612345678' }],
    ['a telephone of abroad', { phone: '0032 2 555 12 12' }, { email: null, phone: '+3225551212' }],
    ['a blank address beside a telephone', { email: ' ', phone: '0612345678' }, { email: null, phone: '+33612345678' }],
  ])('is kept as it can be used, and the same when it is saved again: %s', (_, given, kept) => {
    const once = nameSecondSchema.parse({ name: ' Hélène Roy ', ...given });
    expect(once).toEqual({ name: 'Hélène Roy', function: null, gone: false, ...kept });
    expect(nameSecondSchema.parse(once)).toEqual(once);
  });

  it.each([
    ['no way at all', {}, ['phone: organisation.contact_unreachable']],
    ['two blanks', { email: ' ', phone: ' ' }, ['phone: organisation.contact_unreachable']],
    ['half an address', { email: 'rh@' }, ['email: organisation.contact_email_wrong']],
    ['half a telephone', { phone: '06 12' }, ['phone: organisation.phone_invalid']],
  ])('is refused on its own field with %s, by the team and by the company alike', (_, given, said) => {
    const organisationId = '0190a000-0000-7000-8000-00000000000a';
    for (const schema of [nameSecondSchema, saveContactSchema]) {
      const parsed = schema.safeParse({ name: 'Hélène', organisationId, ...given });
      expect(parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual(said);
    }
  });
});

describe('a body that open data publishes by its number alone', () => {
  it.each([
    ['buyer', 'SIRET', '73282932000074', 'Acheteur sans nom · SIRET 732 829 320 00074'],
    ['employer', 'SIRET', '73282932000074', 'Entreprise sans nom · SIRET 732 829 320 00074'],
    ['employer', 'SIREN', '732829320', 'Entreprise sans nom · SIREN 732 829 320'],
    ['employer', 'TVA', '732829320', 'Entreprise sans nom · TVA 732829320'],
  ] as const)('is called by it: %s, %s %s', (kind, identifierKind, identifier, name) => {
    expect(namelessBody({ kind, identifierKind, identifier })).toBe(name);
  });

  it('loses no digit of its number, however it is grouped', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,20}$/), fc.constantFrom('SIRET', 'SIREN', 'TVA'), (identifier, kind) => {
        const name = namelessBody({ kind: 'employer', identifierKind: kind, identifier });
        expect(name.replaceAll(/\D/g, '')).toBe(identifier);
        expect(name).toBe(name.trim());
      }),
    );
  });
});

describe('an organisation written down', () => {
  it('is the same when what was kept is written again', () => {
    const once = createOrganisationSchema.parse({
      kind: 'employer',
      name: ' Propreté du Canal ',
      identifier: '732 829 320 00074',
      phone: '04 91 00 00 00',
      postalCode: ' 13001 ',
    });
    expect(once).toMatchObject({
      name: 'Propreté du Canal',
      identifier: '73282932000074',
      phone: '+33491000000',
      postalCode: '13001',
    });
    expect(createOrganisationSchema.parse(once)).toEqual(once);
  });

  it('is refused for one wrong digit of its SIRET, whichever it is', () => {
    const right = '73282932000074';
    for (let place = 0; place < right.length; place += 1) {
      const digit = (Number(right[place]) + 1) % 10;
      const identifier = `${right.slice(0, place)}${digit}${right.slice(place + 1)}`;
      const parsed = createOrganisationSchema.safeParse({ kind: 'buyer', name: 'Ville d’Orette', identifier });
      expect(parsed.error?.issues.map(({ message }) => message)).toEqual(['reference.siret_invalid']);
    }
  });
});
