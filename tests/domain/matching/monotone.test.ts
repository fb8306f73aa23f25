import type { MatchOffer } from '@jonction/domain/matching/offer';
import type { Profile } from '@jonction/domain/matching/profile';
import { type RankInput, type Ranking, rankProfiles } from '@jonction/domain/matching/rank';
import { weighSkills } from '@jonction/domain/matching/skill-weight';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryBank } from './arbitrary-bank.ts';

type Bank = RankInput & { offer: MatchOffer };

/** The place of a person: 1 is first, infinite when she is left out. Skill weights are frozen by the caller. */
function placeOf(ranking: Ranking, id: string): number {
  const index = ranking.ranked.findIndex((row) => row.id === id);
  return index < 0 ? Number.POSITIVE_INFINITY : index + 1;
}

/** Changes the first person of a bank, and gives her place before and after. */
function placesAround(bank: Bank, change: (profile: Profile) => Partial<Profile>): [number, number] | null {
  const [first, ...others] = bank.profiles;
  if (!first) return null;
  const input = { ...bank, limit: null, skills: weighSkills(bank.profiles, bank.offer.skills ?? []) };
  const changed = { ...first, ...change(first) };
  return [
    placeOf(rankProfiles(input), first.id),
    placeOf(rankProfiles({ ...input, profiles: [changed, ...others] }), first.id),
  ];
}

function neverLower(change: (profile: Profile, bank: Bank) => Partial<Profile>, runs = 200): void {
  fc.assert(
    fc.property(arbitraryBank, (bank) => {
      const places = placesAround(bank, (profile) => change(profile, bank));
      if (places) expect(places[1]).toBeLessThanOrEqual(places[0]);
    }),
    { numRuns: runs },
  );
}

describe('a person never loses a place, and is never left out', () => {
  it('by one licence more', () => {
    neverLower(({ licences }) => (licences ? { licences: [...licences, 'B', 'C', 'sst', 'caces_r489_3'] } : {}));
  });

  it('by one skill more', () => {
    neverLower(({ skills }) => ({ skills: [...(skills ?? []), 'tonte'] }));
  });

  it('by more months in each occupation', () => {
    neverLower(({ romes }) => ({ romes: romes?.map(({ code, months }) => ({ code, months: (months ?? 0) + 12 })) }));
  });

  it('by the very occupation asked, held as long as any other', () => {
    neverLower(({ romes }, { offer }) => {
      const longest = Math.max(0, ...(romes ?? []).map(({ months }) => months ?? 0));
      return { romes: [...(romes ?? []), { code: offer.rome, months: longest }] };
    });
  });

  it('by a call today', () => {
    neverLower((_, { today }) => ({ lastContact: today }));
  });

  it('by one more proven category', () => {
    neverLower(({ eligible }) => ({ eligible: [...(eligible ?? []), { category: 'RSA', to: null }] }));
  });

  it('by being free earlier', () => {
    neverLower(({ availableFrom }) => (availableFrom ? { availableFrom: addDays(availableFrom, -20) } : {}));
  });

  it('by a better French', () => {
    neverLower(({ french }) => (french == null ? {} : { french: Math.min(6, french + 2) }));
  });

  it('by accepting more hours', () => {
    neverLower(({ weeklyHours }) =>
      weeklyHours ? { weeklyHours: { min: 0, max: Math.max(39, weeklyHours.max ?? 0) } } : {},
    );
  });

  it('by living at the place of the offer', () => {
    neverLower(({ lat, lon }, { offer }) => (lat == null || lon == null ? {} : { lat: offer.lat, lon: offer.lon }));
  });

  it('by waiting since longer', () => {
    neverLower(({ waitingSince }, { today }) =>
      waitingSince && waitingSince <= today ? { waitingSince: addDays(waitingSince, -30) } : {},
    );
  });

  it('by withdrawing a wish against the contractor', () => {
    neverLower(() => ({ optedOut: [] }));
  });
});

describe('a person is always left out', () => {
  const alwaysOut = (change: Partial<Profile>, reason: string) =>
    fc.assert(
      fc.property(arbitraryBank, (bank) => {
        const profiles = bank.profiles.map((profile) => ({ ...profile, ...change }));
        const { ranked, excluded } = rankProfiles({ ...bank, profiles });
        expect(ranked).toEqual([]);
        expect(excluded.length).toBe(profiles.length);
        for (const row of excluded) expect(row.reason).toBe(reason);
      }),
    );

  it('who withdrew her consent, whatever else is true of her', () => {
    alwaysOut({ consent: false }, 'consent');
  });

  it('who is not visible to the structure, when she consents', () => {
    alwaysOut({ consent: true, visible: false }, 'visibility');
  });

  it('who is placed, when she consents and is visible', () => {
    alwaysOut({ consent: true, visible: true, status: 'placed' }, 'status');
  });
});

describe('other people', () => {
  it('keep their order when somebody leaves the bank, the skills weighed as before', () => {
    fc.assert(
      fc.property(arbitraryBank, (bank) => {
        const skills = weighSkills(bank.profiles, bank.offer.skills ?? []);
        const [gone, ...left] = bank.profiles;
        const before = rankProfiles({ ...bank, limit: null, skills });
        const after = rankProfiles({ ...bank, limit: null, skills, profiles: left });
        expect(after.ranked).toEqual(before.ranked.filter(({ id }) => id !== gone?.id));
        expect(after.excluded).toEqual(before.excluded.filter(({ id }) => id !== gone?.id));
      }),
    );
  });

  it('keep their rows when the whole bank is given twice under other ids', () => {
    fc.assert(
      fc.property(arbitraryBank, (bank) => {
        const skills = weighSkills(bank.profiles, bank.offer.skills ?? []);
        const twins = bank.profiles.map((profile) => ({ ...profile, id: `twin of ${profile.id}` }));
        const once = rankProfiles({ ...bank, limit: null, skills });
        const twice = rankProfiles({ ...bank, limit: null, skills, profiles: [...bank.profiles, ...twins] });
        const own = twice.ranked.filter(({ id }) => !id.startsWith('twin of '));
        expect(own).toEqual(once.ranked);
        expect(twice.ranked.length).toBe(2 * once.ranked.length);
      }),
    );
  });
});

describe('time', () => {
  it('moves a ranking only by freshness and waiting', () => {
    fc.assert(
      fc.property(arbitraryBank, fc.integer({ min: 1, max: 400 }), (bank, days) => {
        const later = rankProfiles({ ...bank, limit: null, today: addDays(bank.today, days) });
        const now = rankProfiles({ ...bank, limit: null });
        expect(later.excluded).toEqual(now.excluded);
        for (const row of later.ranked) {
          const before = now.ranked.find(({ id }) => id === row.id);
          expect(row.facts).toEqual(before?.facts);
          expect(row.toCheck).toEqual(before?.toCheck);
          const { freshness, waiting, ...steady } = row.criteria;
          expect(before?.criteria).toMatchObject(steady);
          expect(freshness).toBeLessThanOrEqual(before?.criteria.freshness ?? 0);
          expect(waiting).toBeGreaterThanOrEqual(before?.criteria.waiting ?? 1000);
        }
      }),
    );
  });
});
