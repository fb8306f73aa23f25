import { askedSkillSchema, offerInput } from '@jonction/domain/offer/offer';
import { offerWords } from '@jonction/domain/offer/words';
import { sentence } from '@jonction/domain/shared/words';
import { describe, expect, it } from 'vitest';
import { need } from '../../api/offer/need.ts';
import { fieldsRefused, refusalsOf } from '../shared/refusals-of.ts';

const cleaners = need();

describe('an offer', () => {
  it('asks nothing that nobody said: no slack, experience, French, licence nor skill', () => {
    expect(offerInput.parse(cleaners)).toEqual({
      ...cleaners,
      slackDays: 0,
      placeLabel: '',
      licences: [],
      skills: [],
      monthsAsked: 0,
      frenchLevel: 0,
      description: null,
      schedule: null,
      contactName: null,
      contactPhone: null,
      contactEmail: null,
    });
  });

  it.each([
    ['a title of two letters', { title: 'AS' }, 'title: offer.title_missing'],
    ['a title of spaces', { title: '     ' }, 'title: offer.title_missing'],
    ['no occupation', { romeCode: '' }, 'romeCode: offer.occupation_missing'],
    ['an occupation in words', { romeCode: 'ménage' }, 'romeCode: offer.occupation_missing'],
    ['an occupation past the letter N of ROME', { romeCode: 'O1101' }, 'romeCode: offer.occupation_missing'],
    ['an occupation in small letters', { romeCode: 'k2204' }, 'romeCode: offer.occupation_missing'],
    ['no position', { positions: 0 }, 'positions: offer.positions_wrong'],
    ['501 positions', { positions: 501 }, 'positions: offer.positions_wrong'],
    ['half a position', { positions: 1.5 }, 'positions: offer.positions_wrong'],
    ['words for positions', { positions: 'deux' }, 'positions: offer.positions_wrong'],
    ['no hours a week', { weeklyHoursMin: 0 }, 'weeklyHoursMin: offer.hours_wrong'],
    ['49 hours a week: over the legal most', { weeklyHoursMax: 49 }, 'weeklyHoursMax: offer.hours_wrong'],
    ['half an hour more', { weeklyHoursMax: 25.5 }, 'weeklyHoursMax: offer.hours_wrong'],
    ['hours that are not there', { weeklyHoursMin: undefined }, 'weeklyHoursMin: offer.hours_wrong'],
    ['the most below the least', { weeklyHoursMax: 24 }, 'weeklyHoursMax: offer.hours_reversed'],
    ['no kind of contract', { employmentKind: undefined }, 'employmentKind: offer.kind_missing'],
    ['a kind that nobody knows', { employmentKind: 'internship' }, 'employmentKind: offer.kind_missing'],
    ['a day that does not exist', { startsOn: '2026-02-29' }, 'startsOn: shared.not_a_day'],
    ['a day as people write it', { startsOn: '01/05/2026' }, 'startsOn: shared.not_a_day'],
    ['a slack of less than none', { slackDays: -1 }, 'slackDays: offer.slack_wrong'],
    ['a slack over a year', { slackDays: 366 }, 'slackDays: offer.slack_wrong'],
    ['a postal code of four figures', { postalCode: '7501' }, 'postalCode: offer.postal_code'],
    ['months of less than none', { monthsAsked: -1 }, 'monthsAsked: offer.months_wrong'],
    ['sixty years and a month of experience', { monthsAsked: 721 }, 'monthsAsked: offer.months_wrong'],
    ['an address without its domain', { contactEmail: 'contact@' }, 'contactEmail: offer.email_wrong'],
  ])('is refused with %s', (_, change, refusal) => {
    expect(refusalsOf(offerInput, { ...cleaners, ...change })).toEqual([refusal]);
  });

  it.each([
    ['a title over 200 characters', { title: 'x'.repeat(201) }, 'title'],
    ['a level of French over C2', { frenchLevel: 7 }, 'frenchLevel'],
    ['a level of French below none', { frenchLevel: -1 }, 'frenchLevel'],
    ['21 licences', { licences: Array.from({ length: 21 }, () => 'B') }, 'licences'],
    ['21 skills', { skills: Array.from({ length: 21 }, () => ({ skill: 's', label: 'l' })) }, 'skills'],
    ['a description over 4,000 characters', { description: 'x'.repeat(4001) }, 'description'],
  ])('is bounded: refused with %s', (_, change, field) => {
    expect(fieldsRefused(offerInput, { ...cleaners, ...change })).toEqual([field]);
  });

  it.each([
    ['one position', { positions: 1 }],
    ['500 positions', { positions: 500 }],
    ['one hour a week at least, 48 at most', { weeklyHoursMin: 1, weeklyHoursMax: 48 }],
    ['a slack of a year', { slackDays: 365 }],
    ['C2 in French', { frenchLevel: 6 }],
    ['sixty years of experience', { monthsAsked: 720 }],
    ['a start in the past: recruiting is late more often than not', { startsOn: '2019-01-01' }],
    ['20 licences', { licences: Array.from({ length: 20 }, (_, index) => `caces_r489_${index}`) }],
    [
      'somebody to ask',
      { contactName: 'Karim Haddad', contactEmail: 'karim@exemple.test', contactPhone: '0123456789' },
    ],
  ])('is accepted with %s', (_, change) => {
    expect(refusalsOf(offerInput, { ...cleaners, ...change })).toEqual([]);
  });

  it.each('ABCDEFGHIJKLMN'.split(''))('may be of any domain of ROME: %s', (letter) => {
    expect(refusalsOf(offerInput, { ...cleaners, romeCode: `${letter}1101` })).toEqual([]);
  });

  it('keeps texts without the spaces around', () => {
    const typed = { title: '  Agent de propreté ', schedule: ' 6 h - 9 h ', contactEmail: ' karim@exemple.test ' };
    const { title, schedule, contactEmail } = offerInput.parse({ ...cleaners, ...typed });
    expect([title, schedule, contactEmail]).toEqual(['Agent de propreté', '6 h - 9 h', 'karim@exemple.test']);
  });

  it('tells the reversed hours even when each of them is fair', () => {
    const reversed = { ...cleaners, weeklyHoursMin: 35, weeklyHoursMax: 20 };
    expect(refusalsOf(offerInput, reversed)).toEqual(['weeklyHoursMax: offer.hours_reversed']);
  });
});

describe('a skill asked', () => {
  it('is compared by one word and read by another, and has both', () => {
    expect(askedSkillSchema.parse({ skill: ' 100234 ', label: ' Vitrerie ' })).toEqual({
      skill: '100234',
      label: 'Vitrerie',
    });
    expect(fieldsRefused(askedSkillSchema, { skill: ' ', label: '' })).toEqual(['skill', 'label']);
    expect(fieldsRefused(askedSkillSchema, { label: 'Vitrerie' })).toEqual(['skill']);
  });

  it('is refused within its offer, with its place in the list', () => {
    const skills = [
      { skill: 'vitrerie', label: 'Vitrerie' },
      { skill: '', label: 'Rien' },
    ];
    expect(fieldsRefused(offerInput, { ...cleaners, skills })).toEqual(['skills.1.skill']);
  });
});

describe('the words of offers', () => {
  it('say what state the contract is in when it takes no offer', () => {
    expect(sentence(offerWords, 'fr', 'offer.contract_not_live', { status: 'suspendu' })).toContain('est suspendu');
    expect(sentence(offerWords, 'en', 'offer.contract_not_live', { status: 'suspended' })).toContain('is suspended');
  });
});
