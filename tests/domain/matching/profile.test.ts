import { matchOfferSchema, proximitySchema } from '@jonction/domain/matching/offer';
import { profileSchema } from '@jonction/domain/matching/profile';
import { describe, expect, it } from 'vitest';
import { anOffer, aProfile, proximity } from './bank.ts';

describe('the shape of a profile', () => {
  it('accepts a person of whom nothing is known but an id', () => {
    expect(profileSchema.parse({ id: 'P1' })).toEqual({ id: 'P1' });
  });

  it('accepts a complete person, and keeps every fact', () => {
    expect(profileSchema.parse(aProfile())).toEqual(aProfile());
  });

  it.each([
    { title: 'an empty id', facts: { id: '' } },
    { title: 'a day that does not exist', facts: { availableFrom: '2026-02-30' } },
    { title: 'a day with a time', facts: { lastContact: '2026-02-20T08:00:00Z' } },
    { title: 'a negative radius', facts: { radiusMetres: -1 } },
    { title: 'a latitude that is not a number', facts: { lat: '48.8' } },
    { title: 'a level of French in letters', facts: { french: 'B1' } },
    { title: 'licences in one text', facts: { licences: 'B, C' } },
    { title: 'negative months', facts: { romes: [{ code: 'K2204', months: -1 }] } },
  ])('refuses $title', ({ facts }) => {
    expect(profileSchema.safeParse({ ...aProfile(), ...facts }).success).toBe(false);
  });
});

describe('the shape of an offer', () => {
  it('accepts an offer that asks for an occupation and a start alone', () => {
    const least = { id: 'O1', rome: 'K2204', start: '2026-03-16' };
    expect(matchOfferSchema.parse(least)).toEqual(least);
  });

  it('keeps every fact of a complete one', () => {
    expect(matchOfferSchema.parse(anOffer())).toEqual(anOffer());
  });

  it.each([
    { title: 'without a start', facts: { start: undefined } },
    { title: 'without an occupation', facts: { rome: null } },
    { title: 'of half a day of slack', facts: { slackDays: 0.5 } },
    { title: 'of negative experience', facts: { months: -3 } },
  ])('refuses one $title', ({ facts }) => {
    expect(matchOfferSchema.safeParse({ ...anOffer(), ...facts }).success).toBe(false);
  });
});

describe('the shape of a proximity', () => {
  it('is a row a code, whose lists may be absent', () => {
    expect(proximitySchema.parse(proximity)).toEqual(proximity);
    expect(proximitySchema.parse({ K2204: {} })).toEqual({ K2204: {} });
    expect(proximitySchema.safeParse({ K2204: ['K2202'] }).success).toBe(false);
  });
});
