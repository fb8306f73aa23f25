import {
  type ContactFacts,
  freshnessOf,
  nameSecondSchema,
  needsSecond,
  proveContactSchema,
  saveContactSchema,
  staleContactDays,
} from '@jonction/domain/organisation/contact-person';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const today = '2026-05-04';
const day = fc.integer({ min: -400, max: 0 }).map((count) => addDays(today, count));
const anyContact: fc.Arbitrary<ContactFacts> = fc.record({
  createdOn: day,
  lastProofOn: fc.option(day, { nil: null }),
  loweredBy: fc.constantFrom('bounce', 'gone', null),
});
const contact = (lastProofOn: string | null, more: Partial<ContactFacts> = {}): ContactFacts => ({
  createdOn: '2025-01-01',
  lastProofOn,
  loweredBy: null,
  ...more,
});

describe('freshnessOf', () => {
  it.each([
    ['a proof today', contact(today), { fresh: true, days: 0, left: 1000, reason: null }],
    ['a proof 45 days ago', contact(addDays(today, -45)), { fresh: true, days: 45, left: 500, reason: null }],
    ['a proof 89 days ago', contact(addDays(today, -89)), { fresh: true, days: 89, left: 11, reason: null }],
    ['a proof 90 days ago', contact(addDays(today, -90)), { fresh: false, days: 90, left: 0, reason: 'silent' }],
    [
      'never a proof, written down today',
      contact(null, { createdOn: today }),
      { fresh: true, days: 0, left: 1000, reason: null },
    ],
    [
      'a letter that came back today',
      contact(today, { loweredBy: 'bounce' }),
      { fresh: false, days: 0, left: 0, reason: 'bounce' },
    ],
    ['somebody who left', contact(today, { loweredBy: 'gone' }), { fresh: false, days: 0, left: 0, reason: 'gone' }],
    [
      'a proof older than its writing down',
      contact('2020-01-01', { createdOn: today }),
      { fresh: true, days: 0, left: 1000, reason: null },
    ],
  ])('%s', (_, facts, expected) => {
    expect(freshnessOf(facts, today)).toEqual(expected);
  });

  it('is never fresh once lowered, nor after ninety days, and always fresh otherwise', () => {
    fc.assert(
      fc.property(anyContact, (facts) => {
        const { fresh, days, left, reason } = freshnessOf(facts, today);
        expect(fresh).toBe(facts.loweredBy === null && days < staleContactDays);
        expect(fresh).toBe(left > 0);
        expect(fresh).toBe(reason === null);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left).toBeLessThanOrEqual(1000);
      }),
    );
  });

  it('fades from day to day, and never comes back by itself', () => {
    fc.assert(
      fc.property(anyContact, fc.nat(200), (facts, later) => {
        const then = freshnessOf(facts, addDays(today, later));
        expect(then.left).toBeLessThanOrEqual(freshnessOf(facts, today).left);
        expect(then.days).toBe(freshnessOf(facts, today).days + later);
      }),
    );
  });

  it('comes back whole with a proof of today', () => {
    fc.assert(
      fc.property(anyContact, (facts) => {
        expect(freshnessOf({ ...facts, lastProofOn: today, loweredBy: null }, today).left).toBe(1000);
      }),
    );
  });
});

describe('needsSecond', () => {
  const fresh = contact(today);
  const stale = contact('2025-06-01');

  it.each([
    ['nobody', [], true],
    ['one person', [fresh], true],
    ['one fresh and one stale', [fresh, stale], true],
    ['two fresh', [fresh, fresh], false],
    ['two fresh among many stale', [stale, fresh, stale, fresh], false],
  ])('of %s: %s', (_, contacts, needs) => {
    expect(needsSecond(contacts, today)).toBe(needs);
  });

  it('never asks more because somebody else was named', () => {
    fc.assert(
      fc.property(fc.array(anyContact, { maxLength: 5 }), anyContact, (contacts, more) => {
        if (!needsSecond(contacts, today)) expect(needsSecond([...contacts, more], today)).toBe(false);
      }),
    );
  });
});

describe('what is written of a contact', () => {
  const organisationId = '0190a000-0000-7000-8000-00000000000a';
  const given = { organisationId, name: ' Hélène Marchand ', email: ' RH@Entreprise.test ', phone: '01 23 45 67 89' };

  it('is trimmed, lowered and normalised', () => {
    expect(saveContactSchema.parse(given)).toMatchObject({
      name: 'Hélène Marchand',
      function: null,
      email: 'rh@entreprise.test',
      phone: '+33123456789',
    });
  });

  it.each([
    ['no name', { ...given, name: ' ' }, 'organisation.contact_name_missing'],
    [
      'no way to reach her',
      { organisationId, name: 'Hélène', email: '', phone: '' },
      'organisation.contact_unreachable',
    ],
    ['half an address', { ...given, email: 'rh@' }, 'organisation.contact_email_wrong'],
    ['a number that nobody can call', { ...given, phone: '12' }, 'organisation.phone_invalid'],
  ])('is refused with %s', (_, input, code) => {
    const parsed = saveContactSchema.safeParse(input);
    expect(parsed.error?.issues.map(({ message }) => message)).toContain(code);
  });

  it('needs one way to reach her, whichever', () => {
    expect(nameSecondSchema.safeParse({ name: 'Hélène', email: 'rh@entreprise.test' }).success).toBe(true);
    expect(nameSecondSchema.safeParse({ name: 'Hélène', phone: '01 23 45 67 89' }).success).toBe(true);
    expect(nameSecondSchema.safeParse({ name: 'Hélène' }).success).toBe(false);
  });

  it('is proven by hand by a call or a departure alone: the rest is proven by deeds', () => {
    const contactId = organisationId;
    expect(proveContactSchema.safeParse({ contactId, proof: 'call' }).success).toBe(true);
    expect(proveContactSchema.safeParse({ contactId, proof: 'answer' }).success).toBe(false);
  });
});
