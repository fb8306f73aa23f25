import type { MatchOffer } from '@jonction/domain/matching/offer';
import type { Profile } from '@jonction/domain/matching/profile';
import { rankProfiles } from '@jonction/domain/matching/rank';
import { ownProximity } from '@jonction/domain/reference/occupations';
import { describe, expect, it } from 'vitest';

/**
 * One offer worked by hand: a forklift driver for a warehouse in Gennevilliers, with seven fictitious people. Every
 * figure below was computed on paper from the rule, and its reckoning stands beside it.
 */
const offer: MatchOffer = {
  id: 'offre-cariste',
  contractor: 'transports-exemple',
  rome: 'N1101',
  months: 12,
  skills: ['gerbage', 'scanner'],
  licences: ['caces_r489_3'],
  categories: ['DELD', 'RSA', 'QPV'],
  french: 2,
  lat: 48.925,
  lon: 2.295,
  start: '2026-06-01',
  slackDays: 7,
  weeklyHours: { min: 35, max: 35 },
};

const person = (id: string, facts: Partial<Profile>): Profile => ({
  id,
  consent: true,
  visible: true,
  status: 'available',
  availableFrom: '2026-05-01',
  licences: ['caces_r489_3'],
  eligible: [{ category: 'DELD', to: null }],
  lat: 48.925,
  lon: 2.295,
  radiusMetres: 10_000,
  french: 3,
  weeklyHours: { min: 20, max: 35 },
  positionings: [],
  optedOut: [],
  romes: [{ code: 'N1101', months: 12 }],
  skills: [],
  lastContact: '2026-05-10',
  waitingSince: '2025-05-15',
  createdOn: '2025-05-15',
  ...facts,
});

const profiles: Profile[] = [
  person('amel', { skills: ['gerbage', 'scanner'] }),
  person('boris', { romes: [{ code: 'N1103', months: 30 }], skills: ['scanner'] }),
  person('chloe', { licences: null, lastContact: '2026-02-04', skills: ['gerbage'] }),
  person('driss', { licences: ['B'] }),
  person('elena', { romes: [{ code: 'N1105', months: 6 }], waitingSince: '2026-05-15', skills: ['scanner'] }),
  person('fatou', { availableFrom: '2026-06-09' }),
  person('gael', { lat: 48.925, lon: 2.425, radiusMetres: 9000 }),
];

const input = { today: '2026-05-15', offer, profiles, proximity: ownProximity, limit: 10 };

describe('an offer worked by hand', () => {
  const { ranked, excluded } = rankProfiles(input);

  it('leaves out whoever lacks the licence, comes a day too late, or lives beyond her radius', () => {
    expect(excluded).toEqual([
      { id: 'driss', reason: 'licences' },
      // 1 June + 7 days of slack = 8 June.
      { id: 'fatou', reason: 'availability' },
      // 0.13° of longitude at 48.925° are 9.5 km.
      { id: 'gael', reason: 'distance' },
    ]);
  });

  it('weighs gerbage (2 of 7 people) more than scanner (3 of 7)', () => {
    // ln(1 + 7 / 3) = 1.20397 -> 1204; ln(1 + 7 / 4) = 1.01160 -> 1012; sum 2216.
    const skillsOf = (id: string) => ranked.find((row) => row.id === id)?.criteria.skills;
    expect(skillsOf('amel')).toBe(1000);
    expect(skillsOf('chloe')).toBe(Math.floor(1_204_000 / 2216));
    expect(skillsOf('boris')).toBe(Math.floor(1_012_000 / 2216));
    expect([skillsOf('chloe'), skillsOf('boris')]).toEqual([543, 456]);
  });

  it('ranks the four others, each with her six values', () => {
    expect(ranked.map(({ id, criteria }) => [id, ...Object.values(criteria)])).toEqual([
      ['amel', 1000, 1000, 1000, 1000, 1000, 1000],
      // 100 days since the last contact: 1000 x 80 / 165 = 484.8.
      ['chloe', 1000, 1000, 543, 1000, 484, 1000],
      // N1103 is close to N1101; 30 months of 12 asked.
      ['boris', 700, 1000, 456, 1000, 1000, 1000],
      // N1105 shares the domain N11 alone; 6 months of 12; waiting since today.
      ['elena', 250, 500, 456, 1000, 1000, 0],
    ]);
  });

  it('adds up their scores', () => {
    expect(ranked.map(({ id, score }) => [id, score])).toEqual([
      ['amel', 1_000_000],
      // 350,000 + 150,000 + 108,600 + 150,000 + 24,200 + 100,000
      ['chloe', 882_800],
      // 245,000 + 150,000 + 91,200 + 150,000 + 50,000 + 100,000
      ['boris', 786_200],
      // 87,500 + 75,000 + 91,200 + 150,000 + 50,000 + 0
      ['elena', 453_700],
    ]);
  });

  it('asks to check the licence that nobody knows of', () => {
    expect(ranked.map(({ id, toCheck }) => [id, toCheck])).toEqual([
      ['amel', []],
      ['chloe', ['licences']],
      ['boris', []],
      ['elena', []],
    ]);
  });

  it('says which asked skills are missing', () => {
    expect(ranked.map(({ id, missing }) => [id, missing])).toEqual([
      ['amel', []],
      ['chloe', ['scanner']],
      ['boris', ['gerbage']],
      ['elena', ['gerbage']],
    ]);
  });
});
