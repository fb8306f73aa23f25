import { criteria } from '@jonction/domain/matching/criterion';
import { distanceWords, experienceWords, explainMatch, explainValues } from '@jonction/domain/matching/explain';
import type { MatchOffer } from '@jonction/domain/matching/offer';
import type { Profile } from '@jonction/domain/matching/profile';
import type { Locale } from '@jonction/domain/shared/locale';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryBank } from './arbitrary-bank.ts';
import { anOffer, aProfile, proximity, rowOf, today } from './bank.ts';

/** Spaces that don't break, read as ordinary ones. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

function whyOf(profile: Partial<Profile>, offer: Partial<MatchOffer> = {}, locale: Locale = 'fr'): string {
  const row = rowOf(profile, offer, { widen: true });
  return plain(explainMatch({ row, profile: aProfile(profile), offer: anOffer(offer), today, locale }));
}

describe('the sentence of a place in the ranking', () => {
  it('says occupation and experience, distance, availability, contact and waiting', () => {
    expect(whyOf({ romes: [{ code: 'K2204', months: 48 }] })).toBe(
      'même métier, 4 ans · 3,4 km · disponible · contact il y a 9 j · attend depuis 5 mois',
    );
  });

  it('says the skills held where the offer asks for some', () => {
    const offer = { skills: ['monobrosse', 'vitrerie', 'autolaveuse'] };
    expect(whyOf({ skills: ['vitrerie', 'monobrosse'] }, offer)).toBe(
      'même métier, 2 ans · compétences 2 sur 3 · 3,4 km · disponible · contact il y a 9 j · attend depuis 5 mois',
    );
    expect(whyOf({ skills: [] }, offer)).toContain('compétences 0 sur 3');
    expect(whyOf({}, { skills: ['a', 'a'] })).toContain('compétences 0 sur 1');
  });

  it('is as complete in English', () => {
    expect(whyOf({ romes: [{ code: 'K2202', months: 6 }] }, { skills: ['x'] }, 'en')).toBe(
      'close occupation, 6 months · skills 0 of 1 · 3.4 km · available · contact 9 days ago · waiting for 5 months',
    );
  });

  it.each([
    { romes: [{ code: 'K2202', months: 14 }], words: 'métier proche, 14 mois' },
    { romes: [{ code: 'I1203', months: 0 }], words: 'évolution possible, sans expérience' },
    { romes: [{ code: 'K2201', months: 25 }], words: 'même domaine, 2 ans' },
    { romes: [{ code: 'N1103', months: 90 }], words: 'autre métier' },
    { romes: [], words: 'autre métier' },
  ])('says $words', ({ romes, words }) => {
    expect(whyOf({ romes }).split(' · ')[0]).toBe(words);
  });

  it.each([
    { availableFrom: '2026-03-01', words: 'disponible' },
    { availableFrom: '2026-03-02', words: 'disponible le 2 mars 2026' },
    { availableFrom: null, words: 'disponibilité inconnue' },
  ])('says "$words" of $availableFrom', ({ availableFrom, words }) => {
    expect(whyOf({ availableFrom }).split(' · ')[2]).toBe(words);
  });

  it.each([
    { lastContact: today, words: 'contact aujourd’hui' },
    { lastContact: '2026-02-28', words: 'contact hier' },
    { lastContact: '2025-09-01', words: 'contact il y a 5 mois' },
    { lastContact: null, words: 'jamais contacté(e)' },
  ])('says "$words" of a last contact on $lastContact', ({ lastContact, words }) => {
    expect(whyOf({ lastContact }).split(' · ')[3]).toBe(words);
  });

  it.each([
    { waitingSince: today, words: 'attend depuis aujourd’hui' },
    { waitingSince: '2026-02-20', words: 'attend depuis 9 j' },
    { waitingSince: '2025-04-01', words: 'attend depuis 10 mois' },
    { waitingSince: '2022-04-01', words: 'attend depuis 3 ans' },
    { waitingSince: '2026-03-02', words: 'attente inconnue' },
    { waitingSince: null, words: 'attente inconnue' },
  ])('says "$words" of somebody waiting since $waitingSince', ({ waitingSince, words }) => {
    expect(whyOf({ waitingSince }).split(' · ')[4]).toBe(words);
  });

  it('says that the distance is unknown', () => {
    expect(whyOf({ lat: null })).toContain(' · distance inconnue · ');
  });

  it('leaves no gap and no bare key for anybody of any bank, in either language', () => {
    fc.assert(
      fc.property(arbitraryBank, fc.constantFrom<Locale>('fr', 'en'), (bank, locale) => {
        for (const profile of bank.profiles) {
          const facts = { ...profile, consent: true, visible: true, status: 'available' };
          const free = { ...bank.offer, licences: [], french: 0, weeklyHours: null, categories: ['DELD'], id: 'X' };
          const open = {
            ...facts,
            eligible: [{ category: 'DELD' }],
            availableFrom: profile.availableFrom && profile.availableFrom <= free.start ? profile.availableFrom : null,
            optedOut: [],
            radiusMetres: 1_000_000,
          };
          const row = rowOf(open, free, { proximity, widen: true });
          const why = explainMatch({ row, profile: open, offer: free, today, locale });
          expect(why).not.toMatch(/[{}…]|matching\.|undefined|null|NaN/);
          expect(why.split(' · ')).toHaveLength((free.skills ?? []).length === 0 ? 5 : 6);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the values one by one', () => {
  it('are all said, with their figure', () => {
    const values = explainValues(rowOf({}));
    expect(Object.keys(values)).toEqual([...criteria]);
    expect(Object.values(values).map(plain)).toEqual([
      'métier : 1 000 sur 1 000',
      'expérience : 1 000 sur 1 000',
      'compétences : 1 000 sur 1 000',
      'distance : 829 sur 1 000',
      'dernier contact : 1 000 sur 1 000',
      'attente : 495 sur 1 000',
    ]);
    expect(explainValues(rowOf({}), 'en').distance).toBe('distance: 829 out of 1,000');
  });
});

describe('lengths', () => {
  it.each([
    { months: 0, words: 'sans expérience' },
    { months: 1, words: '1 mois' },
    { months: 23, words: '23 mois' },
    { months: 24, words: '2 ans' },
    { months: 35, words: '2 ans' },
    { months: 36, words: '3 ans' },
    { months: 480, words: '40 ans' },
  ])('$months months are "$words": an experience is never rounded up', ({ months, words }) => {
    expect(plain(experienceWords(months, 'fr'))).toBe(words);
  });

  it.each([
    { metres: 0, words: '0 m' },
    { metres: 999, words: '999 m' },
    { metres: 1000, words: '1 km' },
    { metres: 3215, words: '3,2 km' },
    { metres: 43_000, words: '43 km' },
    { metres: null, words: 'distance inconnue' },
  ])('$metres metres are "$words"', ({ metres, words }) => {
    expect(plain(distanceWords(metres, 'fr'))).toBe(words);
  });
});
