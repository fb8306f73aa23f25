import {
  countReasons,
  distanceTo,
  type ExclusionReason,
  exclusionReasons,
  missingLicences,
} from '@jonction/domain/matching/exclusion';
import type { MatchOffer } from '@jonction/domain/matching/offer';
import type { Profile } from '@jonction/domain/matching/profile';
import { rankProfiles } from '@jonction/domain/matching/rank';
import { describe, expect, it } from 'vitest';
import { anInput, anOffer, aProfile, reasonOf } from './bank.ts';

/** For each reason, facts that bring it about on an offer that asks for licence B. */
const against: Record<ExclusionReason, Partial<Profile>> = {
  consent: { consent: false },
  visibility: { visible: false },
  status: { status: 'placed' },
  availability: { availableFrom: '2026-04-01' },
  licences: { licences: [] },
  category: { eligible: [{ category: 'QPV', to: null }] },
  distance: { lat: 49.5 },
  french: { french: 1 },
  hours: { weeklyHours: { min: 32, max: 39 } },
  already: { positionings: ['O1'] },
  opted_out: { optedOut: ['E1'] },
  occupation: { romes: [{ code: 'N1103', months: 108 }] },
};

const asksB: Partial<MatchOffer> = { licences: ['B'] };

describe('the reasons to leave a person out', () => {
  it('ranks the person against whom there is none', () => {
    expect(reasonOf({}, asksB)).toBeNull();
  });

  it.each(exclusionReasons)('leaves out for %s alone', (reason) => {
    expect(reasonOf(against[reason], asksB)).toBe(reason);
  });

  it('names the first of two that apply, in the order of the list', () => {
    for (const [index, first] of exclusionReasons.entries()) {
      for (const second of exclusionReasons.slice(index + 1)) {
        expect(reasonOf({ ...against[second], ...against[first] }, asksB), `${first} before ${second}`).toBe(first);
      }
    }
  });

  it('names consent first where everything speaks against', () => {
    expect(reasonOf(Object.assign({}, ...Object.values(against)), asksB)).toBe('consent');
  });

  it('moves on to the next reason as each one is lifted', () => {
    const facts: Partial<Profile> = Object.assign({}, ...Object.values(against));
    for (const reason of exclusionReasons) {
      expect(reasonOf(facts, asksB)).toBe(reason);
      for (const fact of Object.keys(against[reason])) Object.assign(facts, { [fact]: Reflect.get(aProfile(), fact) });
    }
    expect(reasonOf(facts, asksB)).toBeNull();
  });
});

describe('consent, visibility and status', () => {
  it.each([null, undefined, false])('takes consent %s for a no: nobody is put forward without a yes', (consent) => {
    expect(reasonOf({ consent })).toBe('consent');
  });

  it.each([null, undefined, false])('takes visibility %s for hidden', (visible) => {
    expect(reasonOf({ visible })).toBe('visibility');
  });

  it.each(['placed', 'training', 'archived', '', null, undefined])('leaves out the status %s', (status) => {
    expect(reasonOf({ status })).toBe('status');
  });
});

describe('availability', () => {
  it.each([
    { title: 'free on the very day of the start', availableFrom: '2026-03-16', slackDays: 0, reason: null },
    { title: 'free the day after the start', availableFrom: '2026-03-17', slackDays: 0, reason: 'availability' },
    { title: 'free on the last day of the slack', availableFrom: '2026-03-30', slackDays: 14, reason: null },
    { title: 'free the day after the slack', availableFrom: '2026-03-31', slackDays: 14, reason: 'availability' },
    { title: 'free a year before the start', availableFrom: '2025-03-16', slackDays: 0, reason: null },
    { title: 'slack not given', availableFrom: '2026-03-17', slackDays: null, reason: 'availability' },
    { title: 'unknown', availableFrom: null, slackDays: 0, reason: null },
  ])('$title: $reason', ({ availableFrom, slackDays, reason }) => {
    expect(reasonOf({ availableFrom }, { slackDays })).toBe(reason);
  });

  it('counts the slack across the change to summer time', () => {
    // 2026-03-29 has 23 hours in Paris: a count in hours would lose a day.
    expect(reasonOf({ availableFrom: '2026-03-30' }, { start: '2026-03-28', slackDays: 2 })).toBeNull();
    expect(reasonOf({ availableFrom: '2026-03-31' }, { start: '2026-03-28', slackDays: 2 })).toBe('availability');
  });

  it('counts the slack across 29 February', () => {
    expect(reasonOf({ availableFrom: '2028-03-01' }, { start: '2028-02-28', slackDays: 2 })).toBeNull();
    expect(reasonOf({ availableFrom: '2028-03-02' }, { start: '2028-02-28', slackDays: 2 })).toBe('availability');
  });
});

describe('licences', () => {
  it.each([
    { held: ['B'], asked: ['B'], reason: null },
    { held: ['B', 'caces_r489_3'], asked: ['B'], reason: null },
    { held: ['B'], asked: ['B', 'caces_r489_3'], reason: 'licences' },
    { held: [], asked: [], reason: null },
    { held: [], asked: null, reason: null },
    { held: [], asked: ['B'], reason: 'licences' },
    { held: ['b'], asked: ['B'], reason: 'licences' },
    { held: null, asked: ['B'], reason: null },
    { held: undefined, asked: ['B', 'C'], reason: null },
  ])('held $held, asked $asked: $reason', ({ held, asked, reason }) => {
    expect(reasonOf({ licences: held }, { licences: asked })).toBe(reason);
  });

  it('names the licences that are known to be missing, and none while hers are unknown', () => {
    const offer = anOffer({ licences: ['B', 'C', 'sst'] });
    expect(missingLicences(aProfile({ licences: ['C'] }), offer)).toEqual(['B', 'sst']);
    expect(missingLicences(aProfile({ licences: null }), offer)).toEqual([]);
    expect(missingLicences(aProfile({ licences: [] }), anOffer({ licences: null }))).toEqual([]);
  });
});

describe('category', () => {
  it.each([
    { title: 'proven for good', eligible: [{ category: 'RSA', to: null }], reason: null },
    { title: 'proven for good, end absent', eligible: [{ category: 'RSA' }], reason: null },
    { title: 'proven to the day of the start', eligible: [{ category: 'RSA', to: '2026-03-16' }], reason: null },
    { title: 'proven to its eve', eligible: [{ category: 'RSA', to: '2026-03-15' }], reason: 'category' },
    { title: 'another category', eligible: [{ category: 'TH', to: null }], reason: 'category' },
    { title: 'none', eligible: [], reason: 'category' },
    { title: 'not known', eligible: null, reason: 'category' },
    {
      title: 'one that ended and one that holds',
      eligible: [
        { category: 'DELD', to: '2026-01-01' },
        { category: 'RSA', to: '2026-12-31' },
      ],
      reason: null,
    },
    {
      title: 'the same twice, the later holds',
      eligible: [
        { category: 'DELD', to: '2026-01-01' },
        { category: 'DELD', to: '2026-12-31' },
      ],
      reason: null,
    },
  ])('$title: $reason', ({ eligible, reason }) => {
    expect(reasonOf({ eligible })).toBe(reason);
  });

  it.each([[[]], [null], [undefined]])('an offer that accepts %j leaves everybody out', (categories) => {
    expect(reasonOf({}, { categories })).toBe('category');
  });

  it('judges the day of the start, not the last day of the slack', () => {
    expect(reasonOf({ eligible: [{ category: 'DELD', to: '2026-03-20' }] }, { slackDays: 30 })).toBeNull();
  });
});

describe('distance', () => {
  const metres = distanceTo(aProfile(), anOffer()) ?? 0;

  it('keeps whoever lives exactly at her radius, and leaves out a metre beyond', () => {
    expect(metres).toBe(3415);
    expect(reasonOf({ radiusMetres: metres })).toBeNull();
    expect(reasonOf({ radiusMetres: metres - 1 })).toBe('distance');
  });

  it('keeps a radius of 0 on the spot only', () => {
    expect(reasonOf({ radiusMetres: 0, lat: 48.83, lon: 2.36 })).toBeNull();
    // 0.4 m away rounds to 0 m.
    expect(reasonOf({ radiusMetres: 0, lat: 48.8300036, lon: 2.36 })).toBeNull();
    expect(reasonOf({ radiusMetres: 0, lat: 48.83001, lon: 2.36 })).toBe('distance');
  });

  it.each([{ lat: null }, { lon: null }, { radiusMetres: null }, { lat: undefined, lon: undefined }])(
    'leaves out nobody when %j is unknown',
    (unknown) => {
      expect(reasonOf({ lat: 45, lon: 5, radiusMetres: 10, ...unknown })).toBeNull();
    },
  );

  it('leaves out nobody while the place of the offer is unknown', () => {
    expect(reasonOf({ lat: 45, lon: 5, radiusMetres: 10 }, { lat: null, lon: null })).toBeNull();
    expect(distanceTo(aProfile(), anOffer({ lon: null }))).toBeNull();
  });

  it('takes latitude and longitude 0 for known', () => {
    expect(distanceTo(aProfile({ lat: 0, lon: 0 }), anOffer({ lat: 0, lon: 0 }))).toBe(0);
  });
});

describe('French', () => {
  it.each([
    { french: 2, asked: 2, reason: null },
    { french: 1, asked: 2, reason: 'french' },
    { french: 0, asked: 0, reason: null },
    { french: 0, asked: 1, reason: 'french' },
    { french: 6, asked: 6, reason: null },
    { french: null, asked: 6, reason: null },
    { french: 0, asked: null, reason: null },
  ])('level $french, asked $asked: $reason', ({ french, asked, reason }) => {
    expect(reasonOf({ french }, { french: asked })).toBe(reason);
  });
});

describe('weekly hours', () => {
  it.each([
    { mine: { min: 20, max: 25 }, asked: { min: 25, max: 30 }, reason: null },
    { mine: { min: 30, max: 35 }, asked: { min: 25, max: 30 }, reason: null },
    { mine: { min: 30.5, max: 35 }, asked: { min: 25, max: 30 }, reason: 'hours' },
    { mine: { min: 10, max: 24 }, asked: { min: 25, max: 30 }, reason: 'hours' },
    { mine: { min: 0, max: 39 }, asked: { min: 25, max: 30 }, reason: null },
    { mine: { min: 27, max: 28 }, asked: { min: 25, max: 30 }, reason: null },
    { mine: { min: 35, max: 35 }, asked: { min: 35, max: 35 }, reason: null },
    { mine: { min: null, max: 20 }, asked: { min: 25, max: 30 }, reason: 'hours' },
    { mine: { min: 31, max: null }, asked: { min: 25, max: 30 }, reason: 'hours' },
    { mine: { min: null, max: null }, asked: { min: 25, max: 30 }, reason: null },
    { mine: {}, asked: { min: 25 }, reason: null },
    { mine: null, asked: { min: 25, max: 30 }, reason: null },
    { mine: { min: 20, max: 24 }, asked: null, reason: null },
  ])('$mine and $asked: $reason', ({ mine, asked, reason }) => {
    expect(reasonOf({ weeklyHours: mine }, { weeklyHours: asked })).toBe(reason);
  });
});

describe('positionings and wishes', () => {
  it('leaves out whoever is already on this offer, not on another', () => {
    expect(reasonOf({ positionings: ['O2', 'O1'] })).toBe('already');
    expect(reasonOf({ positionings: ['O2'] })).toBeNull();
    expect(reasonOf({ positionings: null })).toBeNull();
  });

  it('leaves out whoever does not want this contractor, not another', () => {
    expect(reasonOf({ optedOut: ['E2', 'E1'] })).toBe('opted_out');
    expect(reasonOf({ optedOut: ['E2'] })).toBeNull();
    expect(reasonOf({ optedOut: ['O1'] })).toBeNull();
  });

  it('asks nothing about an offer without a contractor', () => {
    expect(reasonOf({ optedOut: ['E1'] }, { contractor: null })).toBeNull();
  });
});

describe('the list of the excluded', () => {
  it('is complete and counted by reason, in the order of the reasons', () => {
    const profiles = [
      aProfile({ id: 'a', french: 0 }),
      aProfile({ id: 'b', consent: false }),
      aProfile({ id: 'c', french: 1 }),
      aProfile({ id: 'd' }),
    ];
    const { excluded } = rankProfiles(anInput({ profiles, limit: 0 }));
    expect(excluded).toEqual([
      { id: 'a', reason: 'french' },
      { id: 'b', reason: 'consent' },
      { id: 'c', reason: 'french' },
    ]);
    expect(Object.entries(countReasons(excluded))).toEqual([
      ['consent', 1],
      ['french', 2],
    ]);
    expect(countReasons([])).toEqual({});
  });
});
