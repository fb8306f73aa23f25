import { rankProfiles } from '@jonction/domain/matching/rank';
import { rankOffers } from '@jonction/domain/matching/rank-offers';
import { skillWeights } from '@jonction/domain/matching/skill-weight';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offerArbitrary, profileArbitrary, proximity, skillNames, today } from '../../matching-engine/random-bank.ts';

const skills = skillWeights(200, new Map(skillNames.map((name, index) => [name, index])));
const offersArbitrary = fc
  .array(offerArbitrary, { maxLength: 12 })
  .map((offers) => offers.map((offer, index) => ({ ...offer, id: `offer-${index}` })));

describe('the offers for a person', () => {
  it('gives her on each offer the score and the reason that the ranking of that offer gives her', () => {
    fc.assert(
      fc.property(profileArbitrary, offersArbitrary, (profile, offers) => {
        const { ranked, excluded } = rankOffers({ today, profile, offers, proximity, skills });
        expect(ranked.length + excluded.length).toBe(offers.length);
        for (const offer of offers) {
          const there = rankProfiles({ today, offer, profiles: [profile], proximity, skills });
          const row = ranked.find((one) => one.offer.id === offer.id)?.row;
          expect(row).toEqual(there.ranked[0]);
          expect(excluded.find((one) => one.offer.id === offer.id)?.reason).toBe(there.excluded[0]?.reason);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('puts the best first, then the one that starts first, then the smaller id', () => {
    const profile = {
      ...{ id: 'p', consent: true, visible: true, status: 'available', eligible: [{ category: 'c' }] },
      romes: [{ code: 'K2204', months: 12 }],
    };
    const offer = (id: string, start: string, rome = 'K2204') => ({ id, rome, start, categories: ['c'] });
    const offers = [
      offer('b', '2026-06-01'),
      offer('a', '2026-06-01'),
      offer('later', '2026-07-01'),
      offer('close', '2026-05-10', 'K2303'),
    ];
    const near = { K2303: { close: ['K2204'] } };
    const { ranked } = rankOffers({ today, profile, offers, proximity: near, skills });
    expect(ranked.map((one) => one.offer.id)).toEqual(['a', 'b', 'later', 'close']);
  });

  it('does not depend on the order in which offers come', () => {
    fc.assert(
      fc.property(profileArbitrary, offersArbitrary, (profile, offers) => {
        const ids = (some: typeof offers) =>
          rankOffers({ today, profile, offers: some, proximity, skills }).ranked.map((one) => one.offer.id);
        expect(ids(offers.toReversed())).toEqual(ids(offers));
      }),
      { numRuns: 100 },
    );
  });

  it('follows the weights given, never beyond what excludes', () => {
    fc.assert(
      fc.property(profileArbitrary, offersArbitrary, (profile, offers) => {
        const onlyWaiting = { occupation: 0, experience: 0, skills: 0, distance: 0, freshness: 0, waiting: 1000 };
        const usual = rankOffers({ today, profile, offers, proximity, skills });
        const other = rankOffers({ today, profile, offers, proximity, skills, weights: onlyWaiting });
        expect(other.excluded).toEqual(usual.excluded);
        for (const { row } of other.ranked) expect(row.score).toBe(1000 * row.criteria.waiting);
      }),
      { numRuns: 100 },
    );
  });
});
