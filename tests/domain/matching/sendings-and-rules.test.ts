import { defaultWeights } from '@jonction/domain/matching/criterion';
import { distanceWords, experienceWords, explainMatch } from '@jonction/domain/matching/explain';
import { isForgotten, roundOf } from '@jonction/domain/matching/forgotten';
import { outcomesOf } from '@jonction/domain/matching/outcome';
import { rankOffers } from '@jonction/domain/matching/rank-offers';
import { rulesDecisionSchema } from '@jonction/domain/matching/ranking-rules';
import { skillWeights } from '@jonction/domain/matching/skill-weight';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anOffer, aProfile, proximity, rowOf, today } from './bank.ts';

describe('the offers of one person', () => {
  const skills = skillWeights(0, new Map());
  const offersFor = (...offers: ReturnType<typeof anOffer>[]) =>
    rankOffers({ today, profile: aProfile(), offers, proximity, skills });

  it('have the scores worked by hand, the nearer occupation first', () => {
    const { ranked } = offersFor(
      anOffer({ id: 'domain', rome: 'K2201' }),
      anOffer({ id: 'same' }),
      anOffer({ id: 'here', lat: 48.86, lon: 2.35 }),
    );
    // 923,850 at 3,415 m; 150 x 171 more on the spot; 350 x 750 less in the domain alone.
    expect(ranked.map(({ offer, row }) => [offer.id, row.score])).toEqual([
      ['here', 949_500],
      ['same', 923_850],
      ['domain', 661_350],
    ]);
  });

  it('are left out each with the first reason, in the order given', () => {
    const { ranked, excluded } = offersFor(
      anOffer({ id: 'far', lat: 43.3, lon: 5.38, french: 6 }),
      anOffer({ id: 'fluent', french: 4 }),
      anOffer({ id: 'licensed', licences: ['C'], french: 6 }),
      anOffer({ id: 'nights', weeklyHours: { min: 36, max: null } }),
      anOffer({ id: 'roads', rome: 'F1703' }),
      anOffer({ id: 'closed', categories: ['QPV'] }),
    );
    expect(ranked).toEqual([]);
    expect(excluded.map(({ offer, reason }) => `${offer.id}: ${reason}`)).toEqual([
      'far: distance',
      'fluent: french',
      'licensed: licences',
      'nights: hours',
      'roads: occupation',
      'closed: category',
    ]);
  });

  it('of equal scores come by their start, then by code point of their id', () => {
    const { ranked } = offersFor(
      anOffer({ id: 'b' }),
      anOffer({ id: 'later', start: '2026-03-17' }),
      anOffer({ id: '\u{1f600}' }),
      anOffer({ id: '\uff5e' }),
      anOffer({ id: 'B' }),
    );
    expect(ranked.map(({ offer }) => offer.id)).toEqual(['B', 'b', '\uff5e', '\u{1f600}', 'later']);
  });
});

describe('a forgotten person', () => {
  it.each([
    ['over 28 days of February', '2026-02-10', '2026-03-12', true],
    ['a day short of it', '2026-02-10', '2026-03-11', false],
    ['over 29 days of February', '2024-02-10', '2024-03-11', true],
    ['over the clock change of March', '2026-03-15', '2026-04-14', true],
    ['over New Year', '2025-12-02', '2026-01-01', true],
    ['put forward tomorrow, by a clock that is late', '2026-03-02', '2026-03-01', false],
  ])('is counted in days, %s', (_, lastProposedOn, on, expected) => {
    expect(isForgotten({ status: 'available', consent: true, lastProposedOn }, on)).toBe(expected);
  });

  it.each([
    ['enough of them', ['a', 'b', 'c', 'd', 'e'], ['a'], 5, { size: 5, wanted: 1, given: 1, isMet: true }],
    ['none of them', ['a', 'b', 'c', 'd', 'e'], ['z'], 5, { size: 5, wanted: 1, given: 0, isMet: false }],
    ['none, where there is none', ['a', 'b', 'c', 'd', 'e'], [], 5, { size: 5, wanted: 0, given: 0, isMet: true }],
    ['one chosen twice', ['a', 'a', 'b', 'c', 'd'], ['z'], 5, { size: 4, wanted: 0, given: 0, isMet: true }],
    ['one forgotten twice', ['a', 'b', 'c', 'd'], ['z', 'z'], 2, { size: 4, wanted: 1, given: 0, isMet: false }],
    ['more than asked', ['a', 'b', 'c', 'd'], ['a', 'b', 'c'], 4, { size: 4, wanted: 1, given: 3, isMet: true }],
    ['nobody chosen', [], ['a'], 2, { size: 0, wanted: 0, given: 0, isMet: true }],
  ])('has a place in a sending with %s', (_, chosen, forgotten, every, round) => {
    expect(roundOf(chosen, forgotten, every)).toEqual(round);
  });
});

describe('the decision of a team lead', () => {
  const decision = { after: 3, weights: defaultWeights, forgottenEvery: 5, reason: 'trop d’attente' };

  it.each([
    ['two CVs', { forgottenEvery: 2 }],
    ['twelve CVs', { forgottenEvery: 12 }],
    ['a reason of three letters', { reason: 'oui' }],
    ['a reason of five hundred', { reason: 'x'.repeat(500) }],
    ['no version before it', { after: 0 }],
    [
      'all on one criterion',
      { weights: { occupation: 1000, experience: 0, skills: 0, distance: 0, freshness: 0, waiting: 0 } },
    ],
  ])('may hold %s', (_, change) => {
    expect(rulesDecisionSchema.parse({ ...decision, ...change })).toEqual({ ...decision, ...change });
  });

  it.each([
    ['half a CV', { forgottenEvery: 2.5 }],
    ['a reason of two letters', { reason: ' ok ' }],
    ['a reason of five hundred and one', { reason: 'x'.repeat(501) }],
    ['a version below zero', { after: -1 }],
    ['half a version', { after: 0.5 }],
    ['a weight below zero that others make up for', { weights: { ...defaultWeights, waiting: -100, occupation: 550 } }],
    ['halves of weights', { weights: { ...defaultWeights, waiting: 99.5, freshness: 50.5 } }],
    ['weights of 1001', { weights: { ...defaultWeights, waiting: 101 } }],
    ['no weights', { weights: undefined }],
  ])('never holds %s', (_, change) => {
    expect(rulesDecisionSchema.safeParse({ ...decision, ...change }).success).toBe(false);
  });

  it('keeps its reason without the spaces around', () => {
    expect(rulesDecisionSchema.parse({ ...decision, reason: '  on attend  ' }).reason).toBe('on attend');
  });
});

describe('what came of the CVs', () => {
  it('is counted by the score of the day, each fact apart', () => {
    const sent = (score: number | null, facts: string) => ({
      score,
      interviewed: facts.includes('i'),
      hired: facts.includes('h'),
      refused: facts.includes('r'),
    });
    const rows = [
      sent(950_000, 'ih'),
      sent(800_000, 'ir'),
      sent(799_999, 'r'),
      sent(400_000, ''),
      sent(0, 'i'),
      sent(null, 'h'),
    ];
    expect(outcomesOf(rows)).toEqual([
      { band: 'from800', sent: 2, interviewed: 2, hired: 1, refused: 1 },
      { band: 'from600', sent: 1, interviewed: 0, hired: 0, refused: 1 },
      { band: 'from400', sent: 1, interviewed: 0, hired: 0, refused: 0 },
      { band: 'below400', sent: 1, interviewed: 1, hired: 0, refused: 0 },
      { band: 'unranked', sent: 1, interviewed: 0, hired: 1, refused: 0 },
    ]);
  });
});

describe('the sentence of a place', () => {
  const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
  const explain = (facts: NonNullable<Parameters<typeof aProfile>[0]>) => {
    const profile = aProfile(facts);
    return plain(explainMatch({ row: rowOf(facts), profile, offer: anOffer(), today })).split(' · ');
  };

  it.each([
    ['who is free today', { availableFrom: today }, 'disponible'],
    ['who was seen today', { lastContact: today }, 'contact aujourd’hui'],
    ['whom nobody called', { lastContact: null }, 'jamais contacté(e)'],
    ['who waits since today', { waitingSince: today }, 'attend depuis aujourd’hui'],
    ['who waits since tomorrow', { waitingSince: '2026-03-02' }, 'attente inconnue'],
    ['who waits since a day', { waitingSince: '2026-02-28' }, 'attend depuis 1 j'],
    ['who is not known to be free', { availableFrom: null }, 'disponibilité inconnue'],
    ['who never did it', { romes: [{ code: 'K2204', months: 0 }] }, 'même métier, sans expérience'],
    ['who lives somewhere', { lat: null }, 'distance inconnue'],
  ])('says of somebody %s', (_, facts, words) => {
    expect(explain(facts)).toContain(words);
  });

  it('never gives more experience than there is, nor a year less', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), (months) => {
        const [count = '', unit = ''] = plain(experienceWords(months, 'fr')).split(' ');
        const said = unit === 'mois' ? Number(count) : 12 * Number(count);
        expect(said).toBeLessThanOrEqual(months);
        expect(months - said).toBeLessThan(unit === 'mois' ? 1 : 12);
      }),
    );
  });

  it.each([
    [0, '0 m'],
    [999, '999 m'],
    [1000, '1 km'],
    [3415, '3,4 km'],
    [12_000, '12 km'],
  ])('says %i metres as %s', (metres, words) => {
    expect(plain(distanceWords(metres, 'fr'))).toBe(words);
  });
});
