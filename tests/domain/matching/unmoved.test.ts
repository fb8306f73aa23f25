import { criteria, type Weights } from '@jonction/domain/matching/criterion';
import {
  type CheckableFact,
  checkableFacts,
  type ExclusionReason,
  exclusionReasons,
} from '@jonction/domain/matching/exclusion';
import type { Profile } from '@jonction/domain/matching/profile';
import { rankProfiles } from '@jonction/domain/matching/rank';
import { weightsSchema } from '@jonction/domain/matching/weights-schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryBank } from './arbitrary-bank.ts';

/** Six weights that make 1000: five cuts of a thousand. */
const arbitraryWeights: fc.Arbitrary<Weights> = fc.array(fc.nat(1000), { minLength: 5, maxLength: 5 }).map((cuts) => {
  const ends = [0, ...cuts.sort((a, b) => a - b), 1000];
  const parts = criteria.map((criterion, index) => [criterion, (ends[index + 1] ?? 0) - (ends[index] ?? 0)]);
  return weightsSchema.parse(Object.fromEntries(parts));
});

describe('weights', () => {
  it('bring nobody back who is excluded, and leave nobody out, whatever they are', () => {
    fc.assert(
      fc.property(arbitraryBank, arbitraryWeights, (bank, weights) => {
        const whole = { ...bank, limit: null };
        const [ours, theirs] = [rankProfiles(whole), rankProfiles({ ...whole, weights })];
        expect(theirs.excluded).toEqual(ours.excluded);
        expect(theirs.ranked.map(({ id }) => id).sort()).toEqual(ours.ranked.map(({ id }) => id).sort());
      }),
    );
  });

  it('change the score, never the six values that it is made of', () => {
    fc.assert(
      fc.property(arbitraryBank, arbitraryWeights, (bank, weights) => {
        const whole = { ...bank, limit: null };
        const ours = new Map(rankProfiles(whole).ranked.map((row) => [row.id, row.criteria]));
        for (const row of rankProfiles({ ...whole, weights }).ranked) expect(row.criteria).toEqual(ours.get(row.id));
      }),
    );
  });

  it('mean the same in whatever order they are written', () => {
    fc.assert(
      fc.property(arbitraryBank, arbitraryWeights, (bank, weights) => {
        const turned = Object.fromEntries(Object.entries(weights).reverse());
        const again = rankProfiles({ ...bank, weights: weightsSchema.parse(turned) });
        expect(again).toEqual(rankProfiles({ ...bank, weights }));
      }),
    );
  });

  it('put all on one criterion rank by it alone', () => {
    fc.assert(
      fc.property(arbitraryBank, fc.constantFrom(...criteria), (bank, only) => {
        const weights = Object.fromEntries(criteria.map((criterion) => [criterion, criterion === only ? 1000 : 0]));
        const { ranked } = rankProfiles({ ...bank, weights: weightsSchema.parse(weights) });
        const values = ranked.map((row) => row.criteria[only]);
        expect(values).toEqual([...values].sort((a, b) => b - a));
      }),
    );
  });
});

/** What each checkable fact is on a profile, made unknown; and the reason that it may give. */
const facts: Readonly<Record<CheckableFact, { forget: Partial<Profile>; reason: ExclusionReason }>> = {
  availability: { forget: { availableFrom: null }, reason: 'availability' },
  licences: { forget: { licences: null }, reason: 'licences' },
  distance: { forget: { lat: null, lon: null }, reason: 'distance' },
  french: { forget: { french: null }, reason: 'french' },
  hours: { forget: { weeklyHours: null }, reason: 'hours' },
};

describe.each(checkableFacts)('a person whose %s is unknown', (fact) => {
  const { forget, reason } = facts[fact];

  it('is never left out for it', () => {
    fc.assert(
      fc.property(arbitraryBank, (bank) => {
        const profiles = bank.profiles.map((profile) => ({ ...profile, ...forget }));
        const { excluded } = rankProfiles({ ...bank, profiles });
        expect(excluded.filter((row) => row.reason === reason)).toEqual([]);
      }),
    );
  });

  it('is left out for nothing that she was not: forgetting closes no door', () => {
    fc.assert(
      fc.property(arbitraryBank, (bank) => {
        const profiles = bank.profiles.map((profile) => ({ ...profile, ...forget }));
        const before = new Map(rankProfiles(bank).excluded.map((row) => [row.id, row.reason]));
        for (const { id, reason: now } of rankProfiles({ ...bank, profiles }).excluded) {
          const was = before.get(id);
          // The first reason that applies is named: with one gone, a later one may show.
          expect(was !== undefined && exclusionReasons.indexOf(now) >= exclusionReasons.indexOf(was)).toBe(true);
        }
      }),
    );
  });

  it('says so to whoever calls her, as soon as the offer asks it', () => {
    const asks = { licences: ['B'], french: 2 };
    fc.assert(
      fc.property(arbitraryBank, (bank) => {
        const profiles = bank.profiles.map((profile) => ({ ...profile, ...forget }));
        const { ranked } = rankProfiles({ ...bank, profiles, offer: { ...bank.offer, ...asks }, limit: null });
        for (const { toCheck } of ranked) expect(toCheck).toContain(fact);
      }),
    );
  });
});

describe('the order in which lists are written', () => {
  it('changes nothing: skills, licences, categories, occupations and positionings are sets', () => {
    const turn = <Item>(list: readonly Item[] | null | undefined) => (list == null ? list : [...list].reverse());
    fc.assert(
      fc.property(arbitraryBank, (bank) => {
        const { offer } = bank;
        const turned = {
          ...bank,
          offer: { ...offer, licences: turn(offer.licences), categories: turn(offer.categories) },
          profiles: bank.profiles.map((profile) => ({
            ...profile,
            skills: turn(profile.skills),
            licences: turn(profile.licences),
            eligible: turn(profile.eligible),
            romes: turn(profile.romes),
            positionings: turn(profile.positionings),
          })),
        };
        const shown = ({ ranked, excluded }: ReturnType<typeof rankProfiles>) => ({
          rows: ranked.map(({ id, score, criteria: values, toCheck }) => ({ id, score, values, toCheck })),
          excluded,
        });
        expect(shown(rankProfiles(turned))).toEqual(shown(rankProfiles(bank)));
      }),
    );
  });
});
