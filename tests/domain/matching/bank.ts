import type { MatchOffer, Proximity } from '@jonction/domain/matching/offer';
import type { Profile } from '@jonction/domain/matching/profile';
import { type RankInput, rankProfiles } from '@jonction/domain/matching/rank';

export const today = '2026-03-01';

export const proximity: Proximity = {
  K2204: { close: ['K2202', 'K1304'], next: ['I1203'] },
  F1703: { close: ['F1701'], next: ['F1202'] },
};

/** A person whom nothing excludes from `anOffer()`, and of whom everything is known. */
export function aProfile(facts: Partial<Profile> = {}): Profile {
  return {
    id: 'P1',
    consent: true,
    visible: true,
    status: 'available',
    availableFrom: '2026-01-05',
    licences: ['B'],
    eligible: [{ category: 'DELD', to: null }],
    lat: 48.86,
    lon: 2.35,
    radiusMetres: 20_000,
    french: 3,
    weeklyHours: { min: 20, max: 35 },
    positionings: [],
    optedOut: [],
    romes: [{ code: 'K2204', months: 24 }],
    skills: [],
    lastContact: '2026-02-20',
    waitingSince: '2025-09-01',
    createdOn: '2025-09-01',
    ...facts,
  };
}

/** Two cleaning agents in the 13th arrondissement of Paris. */
export function anOffer(facts: Partial<MatchOffer> = {}): MatchOffer {
  return {
    id: 'O1',
    contractor: 'E1',
    rome: 'K2204',
    months: 24,
    skills: [],
    licences: [],
    categories: ['DELD', 'RSA'],
    french: 2,
    lat: 48.83,
    lon: 2.36,
    start: '2026-03-16',
    slackDays: 0,
    weeklyHours: { min: 25, max: 30 },
    ...facts,
  };
}

export function anInput(facts: Partial<RankInput> = {}): RankInput {
  return { today, proximity, limit: 20, offer: anOffer(), profiles: [aProfile()], ...facts };
}

/** Why this person is left out of this offer, or null when she is ranked. */
export function reasonOf(profile: Partial<Profile>, offer: Partial<MatchOffer> = {}): string | null {
  const { excluded } = rankProfiles(anInput({ profiles: [aProfile(profile)], offer: anOffer(offer) }));
  return excluded[0]?.reason ?? null;
}

/** The row of this person, alone in the bank. */
export function rowOf(profile: Partial<Profile>, offer: Partial<MatchOffer> = {}, facts: Partial<RankInput> = {}) {
  const input = anInput({ ...facts, profiles: [aProfile(profile)], offer: anOffer(offer) });
  const row = rankProfiles(input).ranked[0];
  if (!row) throw new Error(`excluded: ${rankProfiles(input).excluded[0]?.reason}`);
  return row;
}

/** The ids in the order of the ranking. */
export function orderOf(profiles: Partial<Profile>[], facts: Partial<RankInput> = {}): string[] {
  return rankProfiles(anInput({ ...facts, profiles: profiles.map(aProfile) })).ranked.map(({ id }) => id);
}
