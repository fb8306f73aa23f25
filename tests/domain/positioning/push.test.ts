import { cardSchema } from '@jonction/domain/positioning/card';
import { linkLifeDays, mostCvsPerPush, pushInput } from '@jonction/domain/positioning/push';
import { describe, expect, it } from 'vitest';
import { fieldsRefused, idOf, refusalsOf } from '../shared/refusals-of.ts';

const push = {
  offerId: idOf(1),
  participantIds: [idOf(2), idOf(3)],
  recipientEmail: 'rh@proprete.test',
  idempotencyKey: 'k-2026-05-04',
};
const people = (count: number) => Array.from({ length: count }, (_, index) => idOf(index + 10));

describe('a push of CVs', () => {
  it('goes to an offer, or to a company without one', () => {
    expect(pushInput.parse(push)).toEqual({
      ...push,
      employerId: null,
      recipientName: null,
      message: null,
      roundReason: null,
    });
    expect(refusalsOf(pushInput, { ...push, offerId: null, employerId: idOf(4) })).toEqual([]);
  });

  it.each([
    ['both an offer and a company', { employerId: idOf(4) }, 'employerId: positioning.offer_or_employer'],
    ['neither', { offerId: null }, 'employerId: positioning.offer_or_employer'],
    ['nobody', { participantIds: [] }, 'participantIds: positioning.nobody_chosen'],
    ['thirteen CVs', { participantIds: people(13) }, 'participantIds: positioning.too_many'],
    ['no address', { recipientEmail: '' }, 'recipientEmail: positioning.recipient_email'],
    ['a name for an address', { recipientEmail: 'Karim Haddad' }, 'recipientEmail: positioning.recipient_email'],
    ['two addresses', { recipientEmail: 'a@b.test, c@d.test' }, 'recipientEmail: positioning.recipient_email'],
  ])('is refused with %s', (_, change, refusal) => {
    expect(refusalsOf(pushInput, { ...push, ...change })).toEqual([refusal]);
  });

  it.each([
    ['a person who is no id', { participantIds: ['Awa'] }, 'participantIds.0'],
    ['a key too short to be drawn', { idempotencyKey: '1234567' }, 'idempotencyKey'],
    ['no key', { idempotencyKey: undefined }, 'idempotencyKey'],
    ['a message over 2,000 characters', { message: 'x'.repeat(2001) }, 'message'],
  ])('is refused with %s', (_, change, field) => {
    expect(fieldsRefused(pushInput, { ...push, ...change })).toEqual([field]);
  });

  it('takes twelve CVs at most, as its refusal says', () => {
    expect(mostCvsPerPush).toBe(12);
    expect(refusalsOf(pushInput, { ...push, participantIds: people(mostCvsPerPush) })).toEqual([]);
  });

  it('writes to one address, however its capitals are typed', () => {
    expect(pushInput.parse({ ...push, recipientEmail: 'RH@Proprete.TEST' }).recipientEmail).toBe('rh@proprete.test');
  });

  it('forgives the spaces that a paste brings, and needs an address all the same', () => {
    const pasted = pushInput.parse({ ...push, recipientEmail: ' rh@proprete.test\u00a0' });
    expect(pasted.recipientEmail).toBe('rh@proprete.test');
    expect(refusalsOf(pushInput, { ...push, recipientEmail: undefined })).toEqual([
      'recipientEmail: positioning.recipient_email',
    ]);
  });

  it('forgives the spaces that a paste brings, and needs an address all the same', () => {
    const pasted = pushInput.parse({ ...push, recipientEmail: ' rh@proprete.test\u00a0' });
    expect(pasted.recipientEmail).toBe('rh@proprete.test');
    expect(refusalsOf(pushInput, { ...push, recipientEmail: undefined })).toEqual([
      'recipientEmail: positioning.recipient_email',
    ]);
  });

  it('opens by a link that dies within a month', () => {
    expect(linkLifeDays).toBe(30);
  });
});

const card = {
  firstName: 'Awa',
  lastName: 'Diop',
  phone: '+33612345678',
  email: null,
  title: 'Agente de propreté',
  occupations: [{ code: 'K2204', label: 'Nettoyage de locaux', months: 30 }],
  experience: [{ label: 'Agente', from: '2022-03', to: null }],
  skills: ['Vitrerie'],
  licences: ['B'],
  languages: [{ code: 'fr', level: 'B1' }],
  city: 'Paris',
  availableFrom: null,
  weeklyHoursMin: 20,
  weeklyHoursMax: null,
};

describe('the card that a company reads', () => {
  it('holds what work needs', () => {
    expect(cardSchema.parse(card)).toEqual(card);
  });

  it.each([
    'birthDate',
    'address',
    'postalCode',
    'category',
    'eligible',
    'nationality',
    'health',
    'family',
    'notes',
    'id',
  ])('drops %s, whoever put it there', (field) => {
    expect(cardSchema.parse({ ...card, [field]: 'x' })).toEqual(card);
  });

  it('drops what is written beside an occupation, a job or a language', () => {
    const more = {
      ...card,
      occupations: [{ code: 'K2204', label: 'Nettoyage de locaux', months: 30, why: 'ACI' }],
      experience: [{ label: 'Agente', from: '2022-03', to: null, employer: 'ESAT' }],
      languages: [{ code: 'fr', level: 'B1', mother: 'wo' }],
    };
    expect(cardSchema.parse(more)).toEqual(card);
  });

  it('has a fixed list of facts: one more is a decision, not a slip', () => {
    expect(Object.keys(cardSchema.shape).sort()).toEqual(Object.keys(card).sort());
  });

  it.each(Object.keys(card))('says nothing rather than half: refused without %s', (field) => {
    expect(fieldsRefused(cardSchema, { ...card, [field]: undefined })).toEqual([field]);
  });
});
