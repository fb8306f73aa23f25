import { criteria, defaultWeights, scoreOf } from '@jonction/domain/matching/criterion';
import { judgeProfile, type RankInput, rankProfiles } from '@jonction/domain/matching/rank';
import { weighSkills } from '@jonction/domain/matching/skill-weight';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryBank } from './arbitrary-bank.ts';
import { naiveRanking } from './naive-ranking.ts';

type Naive = Parameters<typeof naiveRanking>[0];

function shownOf(input: RankInput) {
  const { ranked, excluded } = rankProfiles(input);
  const rows = ranked.map(({ id, score, criteria: values, toCheck }) => ({ id, score, criteria: values, toCheck }));
  return { ranked: rows, excluded };
}

describe('a ranking of any bank', () => {
  it('is the one that a slow second reading of the rule gives', () => {
    fc.assert(
      fc.property(arbitraryBank, (bank) => {
        // The naive reading compares ids by UTF-16 unit: equal for the ids drawn here, which are ASCII.
        expect(shownOf(bank)).toEqual(naiveRanking(bank as unknown as Naive));
      }),
      { numRuns: 400 },
    );
  });

  it('does not depend on the order in which people are given', () => {
    fc.assert(
      fc.property(arbitraryBank, fc.infiniteStream(fc.nat()), (bank, random) => {
        const shuffled = bank.profiles
          .map((profile) => ({ profile, key: random.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ profile }) => profile);
        const [first, second] = [shownOf(bank), shownOf({ ...bank, profiles: shuffled })];
        const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
        expect(second.ranked).toEqual(first.ranked);
        expect(second.excluded.sort(byId)).toEqual(first.excluded.sort(byId));
      }),
    );
  });

  it('ranks or excludes every person exactly once', () => {
    fc.assert(
      fc.property(arbitraryBank, (bank) => {
        const { ranked, excluded } = rankProfiles({ ...bank, limit: null });
        const ids = [...ranked, ...excluded].map(({ id }) => id).sort();
        expect(ids).toEqual(bank.profiles.map(({ id }) => id).sort());
      }),
    );
  });

  it('cuts the ranked at the limit, and never the excluded', () => {
    fc.assert(
      fc.property(arbitraryBank, (bank) => {
        const whole = rankProfiles({ ...bank, limit: null });
        const cut = rankProfiles(bank);
        expect(cut.ranked).toEqual(whole.ranked.slice(0, bank.limit));
        expect(cut.excluded).toEqual(whole.excluded);
      }),
    );
  });

  it('scores the sum of weight x criterion, in integers from 0 to 1,000,000', () => {
    fc.assert(
      fc.property(arbitraryBank, (bank) => {
        for (const { criteria: values, score } of rankProfiles(bank).ranked) {
          for (const criterion of criteria) {
            expect(Number.isInteger(values[criterion])).toBe(true);
            expect(values[criterion]).toBeGreaterThanOrEqual(0);
            expect(values[criterion]).toBeLessThanOrEqual(1000);
          }
          const sum = criteria.reduce((total, name) => total + defaultWeights[name] * values[name], 0);
          expect(score).toBe(sum);
          expect(score).toBe(scoreOf(values, defaultWeights));
          expect(score).toBeLessThanOrEqual(1_000_000);
        }
      }),
    );
  });

  it('is sorted by falling score', () => {
    fc.assert(
      fc.property(arbitraryBank, (bank) => {
        const scores = rankProfiles({ ...bank, limit: null }).ranked.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      }),
    );
  });

  it('gives each person the row that she would get alone, once the skills are weighed over the bank', () => {
    fc.assert(
      fc.property(arbitraryBank, (bank) => {
        const skills = weighSkills(bank.profiles, bank.offer.skills ?? []);
        const { ranked, excluded } = rankProfiles({ ...bank, limit: null });
        const context = { ...bank, skills, weights: defaultWeights };
        for (const profile of bank.profiles) {
          const expected = ranked.find(({ id }) => id === profile.id) ?? excluded.find(({ id }) => id === profile.id);
          expect(judgeProfile(profile, context)).toEqual(expected);
        }
      }),
    );
  });

  it('lists as missing the asked skills that are not held, each once', () => {
    fc.assert(
      fc.property(arbitraryBank, (bank) => {
        for (const { id, missing } of rankProfiles(bank).ranked) {
          const held = bank.profiles.find((profile) => profile.id === id)?.skills ?? [];
          for (const skill of bank.offer.skills ?? []) expect(missing.includes(skill)).toBe(!held.includes(skill));
          expect(new Set(missing).size).toBe(missing.length);
        }
      }),
    );
  });

  it('loses nobody when the view is widened, and leaves out nobody for an occupation', () => {
    fc.assert(
      fc.property(arbitraryBank, (bank) => {
        const narrow = rankProfiles({ ...bank, limit: null });
        const wide = rankProfiles({ ...bank, limit: null, widen: true });
        const wideIds = new Set(wide.ranked.map(({ id }) => id));
        for (const { id } of narrow.ranked) expect(wideIds.has(id)).toBe(true);
        expect(wide.excluded.filter(({ reason }) => reason === 'occupation')).toEqual([]);
        expect(wide.excluded).toEqual(narrow.excluded.filter(({ reason }) => reason !== 'occupation'));
      }),
    );
  });

  it('does not change what it is given', () => {
    fc.assert(
      fc.property(arbitraryBank, (bank) => {
        const before = structuredClone(bank);
        rankProfiles(bank);
        expect(bank).toEqual(before);
      }),
    );
  });
});
