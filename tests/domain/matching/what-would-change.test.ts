import { changeWords, frenchWords, relaxationWords } from '@jonction/domain/matching/change-words';
import type { MatchOffer } from '@jonction/domain/matching/offer';
import type { Profile } from '@jonction/domain/matching/profile';
import { rankProfiles } from '@jonction/domain/matching/rank';
import { relaxationsOf } from '@jonction/domain/matching/relax';
import { weighSkills } from '@jonction/domain/matching/skill-weight';
import { type Hypothesis, whatWouldChange } from '@jonction/domain/matching/what-would-change';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryBank } from './arbitrary-bank.ts';
import { anInput, anOffer, aProfile } from './bank.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

/** Three people in a known order: near, between, far. */
const bench: Profile[] = [
  aProfile({ id: 'near', lat: 48.83 }),
  aProfile({ id: 'between', lat: 48.9 }),
  aProfile({ id: 'far', lat: 48.98 }),
];

function changesFor(facts: Partial<Profile>, offer: Partial<MatchOffer> = {}): Hypothesis[] {
  const her = aProfile({ id: 'her', lat: 48.86, ...facts });
  return whatWouldChange(anInput({ profiles: [...bench, her], offer: anOffer(offer) }), 'her');
}

function kindsOf(hypotheses: Hypothesis[]): string[] {
  return hypotheses.map(({ change }) => change.kind);
}

describe('what would change the outcome', () => {
  it('says where one licence more would put a person who is left out for it', () => {
    const changes = changesFor({ licences: ['sst'] }, { licences: ['B'] });
    expect(changes).toEqual([{ change: { kind: 'licences', licences: ['B'] }, rank: 2, score: expect.any(Number) }]);
  });

  it('names all the licences that are missing, since one alone would not do', () => {
    const bankHolds = bench.map((profile) => ({ ...profile, licences: ['B', 'C', 'sst'] }));
    const her = aProfile({ id: 'her', licences: ['sst'] });
    const offer = anOffer({ licences: ['B', 'sst', 'C'] });
    const changes = whatWouldChange(anInput({ profiles: [...bankHolds, her], offer }), 'her');
    expect(changes[0]?.change).toEqual({ kind: 'licences', licences: ['B', 'C'] });
  });

  it.each([
    { title: 'her radius', facts: { lat: 49.1 }, kind: 'radius' },
    { title: 'her French', facts: { french: 1 }, kind: 'french' },
    { title: 'her availability', facts: { availableFrom: '2026-05-01' }, kind: 'availability' },
    { title: 'her hours', facts: { weeklyHours: { min: 35, max: 39 } }, kind: 'hours' },
  ])('names $title where it alone leaves her out', ({ facts, kind }) => {
    expect(kindsOf(changesFor(facts))).toEqual([kind]);
  });

  it('offers a radius in whole kilometres that reaches the offer', () => {
    const [hypothesis] = changesFor({ lat: 49.1 });
    expect(hypothesis?.change).toEqual({ kind: 'radius', radiusMetres: 31_000 });
  });

  it('asks for the day of the start and its slack, no earlier', () => {
    const [hypothesis] = changesFor({ availableFrom: '2026-05-01' }, { slackDays: 5 });
    expect(hypothesis?.change).toEqual({ kind: 'availability', day: '2026-03-21' });
  });

  it('says nothing where two facts leave her out: neither alone would bring her in', () => {
    expect(changesFor({ french: 1, licences: [] }, { licences: ['B'] })).toEqual([]);
  });

  it.each([
    { title: 'her consent', facts: { consent: false } },
    { title: 'who sees her', facts: { visible: false } },
    { title: 'her eligibility', facts: { eligible: [] } },
    { title: 'a positioning on the offer', facts: { positionings: ['O1'] } },
    { title: 'her wish not to work there', facts: { optedOut: ['E1'] } },
    { title: 'her occupation', facts: { romes: [{ code: 'N1103', months: 9 }] } },
  ])('never proposes to change $title', ({ facts }) => {
    expect(changesFor(facts)).toEqual([]);
  });

  it('says which skill, and which call, would move up a person who is ranked', () => {
    const offer = { skills: ['tonte', 'taille'] };
    const changes = changesFor({ lat: 48.93, lastContact: '2025-06-01', skills: ['tonte'] }, offer);
    expect(kindsOf(changes)).toContain('skill');
    expect(changes.find(({ change }) => change.kind === 'skill')?.change).toEqual({ kind: 'skill', skill: 'taille' });
    for (const { rank } of changes) expect(rank).toBeLessThan(3);
  });

  it('says nothing to whoever is first already', () => {
    expect(whatWouldChange(anInput({ profiles: bench, offer: anOffer({ skills: ['tonte'] }) }), 'near')).toEqual([]);
  });

  it('knows nothing of a person who is not in the bank', () => {
    expect(whatWouldChange(anInput({ profiles: bench }), 'nobody')).toEqual([]);
  });

  it('does not propose what is not known to be missing', () => {
    const unknown = { licences: null, french: null, weeklyHours: null, availableFrom: null, radiusMetres: null };
    expect(kindsOf(changesFor({ ...unknown, consent: false }, { licences: ['B'] }))).toEqual([]);
  });

  it('is true: with the change made, she stands where it was said, for any bank', () => {
    fc.assert(
      fc.property(arbitraryBank, (bank) => {
        const skills = weighSkills(bank.profiles, bank.offer.skills ?? []);
        const input = { ...bank, skills, limit: null };
        for (const profile of bank.profiles.slice(0, 6)) {
          for (const { change, rank, score } of whatWouldChange(input, profile.id)) {
            const changed = applied(profile, bank.offer, change, bank.today);
            const profiles = bank.profiles.map((other) => (other.id === profile.id ? changed : other));
            const { ranked } = rankProfiles({ ...input, profiles });
            expect(ranked[rank - 1]).toMatchObject({ id: profile.id, score });
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is sorted, and always better than what is', () => {
    fc.assert(
      fc.property(arbitraryBank, (bank) => {
        const { ranked } = rankProfiles({ ...bank, limit: null });
        for (const profile of bank.profiles.slice(0, 6)) {
          const now = ranked.findIndex(({ id }) => id === profile.id) + 1;
          const ranks = whatWouldChange({ ...bank, limit: null }, profile.id).map(({ rank }) => rank);
          expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
          if (now > 0) for (const rank of ranks) expect(rank).toBeLessThan(now);
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** The change made by hand, without the code under test. */
function applied(profile: Profile, offer: MatchOffer, change: Hypothesis['change'], today: string): Profile {
  switch (change.kind) {
    case 'licences':
      return { ...profile, licences: [...(profile.licences ?? []), ...change.licences] };
    case 'skill':
      return { ...profile, skills: [...(profile.skills ?? []), change.skill] };
    case 'radius':
      return { ...profile, radiusMetres: change.radiusMetres };
    case 'french':
      return { ...profile, french: change.level };
    case 'availability':
      return { ...profile, availableFrom: change.day };
    case 'hours':
      return { ...profile, weeklyHours: offer.weeklyHours };
    case 'contact':
      return { ...profile, lastContact: today };
  }
}

describe('the sentence of a change', () => {
  it.each<{ change: Hypothesis['change']; rank: number; fr: string; en: string }>([
    {
      change: { kind: 'licences', licences: ['caces_r489_3'] },
      rank: 2,
      fr: 'avec CACES R489 catégorie 3 (chariots élévateurs) : 2e position',
      en: 'with CACES R489 category 3 (forklift trucks): place 2',
    },
    {
      change: { kind: 'licences', licences: ['B', 'sst'] },
      rank: 1,
      fr: 'avec permis B, SST (sauveteur secouriste du travail) : 1re position',
      en: 'with car licence (B), SST (first aid at work): 1st place',
    },
    {
      change: { kind: 'skill', skill: 'monobrosse' },
      rank: 12,
      fr: 'avec la compétence « monobrosse » : 12e position',
      en: 'with the skill “monobrosse”: place 12',
    },
    {
      change: { kind: 'radius', radiusMetres: 12_000 },
      rank: 3,
      fr: 'en acceptant 12 km de trajet : 3e position',
      en: 'accepting 12 km of travel: place 3',
    },
    {
      change: { kind: 'french', level: 3 },
      rank: 3,
      fr: 'avec le français B1 (autonome) : 3e position',
      en: 'with French B1 (independent): place 3',
    },
    {
      change: { kind: 'availability', day: '2026-05-01' },
      rank: 3,
      fr: 'en étant libre le 1er mai 2026 : 3e position',
      en: 'if free on 1 May 2026: place 3',
    },
    {
      change: { kind: 'hours' },
      rank: 3,
      fr: 'en acceptant les horaires de l’offre : 3e position',
      en: 'accepting the hours of the offer: place 3',
    },
    {
      change: { kind: 'contact' },
      rank: 3,
      fr: 'après un contact aujourd’hui : 3e position',
      en: 'after a contact today: place 3',
    },
  ])('of $change.kind is "$fr"', ({ change, rank, fr, en }) => {
    expect(plain(changeWords({ change, rank, score: 0 }))).toBe(fr);
    expect(plain(changeWords({ change, rank, score: 0 }, 'en'))).toBe(en);
  });

  it('names a skill by the label that the caller knows', () => {
    const hypothesis: Hypothesis = { change: { kind: 'skill', skill: '12345' }, rank: 1, score: 0 };
    expect(plain(changeWords(hypothesis, 'fr', () => 'lavage à plat'))).toBe(
      'avec la compétence « lavage à plat » : 1re position',
    );
  });

  it('has words for the seven levels of French', () => {
    const levels = [0, 1, 2, 3, 4, 5, 6];
    for (const locale of ['fr', 'en'] as const) {
      const words = levels.map((level) => frenchWords(level, locale));
      expect(new Set(words).size).toBe(7);
      for (const word of words) expect(word).not.toContain('reference.');
    }
  });
});

describe('what an offer would gain by asking less', () => {
  const profiles = [
    aProfile({ id: 'a' }),
    aProfile({ id: 'b', licences: [] }),
    aProfile({ id: 'c', licences: [] }),
    aProfile({ id: 'd', french: 1 }),
    aProfile({ id: 'e', availableFrom: '2026-03-31' }),
    aProfile({ id: 'f', availableFrom: '2026-04-01' }),
    aProfile({ id: 'g', romes: [] }),
    aProfile({ id: 'h', licences: [], french: 1 }),
  ];

  it('counts the people whom each relaxation alone would bring in, most first', () => {
    expect(relaxationsOf(anInput({ profiles, offer: anOffer({ licences: ['B'] }) }))).toEqual([
      { relaxation: { kind: 'licence', licence: 'B' }, gained: 2 },
      { relaxation: { kind: 'french', level: 1 }, gained: 1 },
      { relaxation: { kind: 'slack', day: '2026-03-31' }, gained: 1 },
      { relaxation: { kind: 'occupation' }, gained: 1 },
    ]);
  });

  it('leaves out what brings nobody, and what is not asked', () => {
    expect(relaxationsOf(anInput({ profiles: [aProfile({ licences: [] })], offer: anOffer({ french: 0 }) }))).toEqual(
      [],
    );
  });

  it('does not count those already seen in the widened view', () => {
    const relaxations = relaxationsOf(anInput({ profiles, widen: true }));
    expect(relaxations.map(({ relaxation }) => relaxation.kind)).not.toContain('occupation');
  });

  it('is the difference of two rankings, for any bank', () => {
    fc.assert(
      fc.property(arbitraryBank, (bank) => {
        const input = { ...bank, limit: null };
        const before = rankProfiles(input).ranked.length;
        for (const { relaxation, gained } of relaxationsOf(input)) {
          if (relaxation.kind !== 'licence') continue;
          const licences = (bank.offer.licences ?? []).filter((licence) => licence !== relaxation.licence);
          const after = rankProfiles({ ...input, offer: { ...bank.offer, licences } }).ranked.length;
          expect(after - before).toBe(gained);
        }
      }),
    );
  });

  it('is said in words', () => {
    expect(plain(relaxationWords({ kind: 'licence', licence: 'caces_r489' }, 6))).toBe(
      '+6 sans CACES R489 (chariots élévateurs)',
    );
    expect(plain(relaxationWords({ kind: 'french', level: 1 }, 1))).toBe(
      '+1 avec le français A1 (mots et phrases simples)',
    );
    expect(plain(relaxationWords({ kind: 'slack', day: '2026-03-31' }, 3, 'en'))).toBe(
      '+3 by waiting until 31 Mar 2026',
    );
    expect(plain(relaxationWords({ kind: 'occupation' }, 1))).toBe('+1 d’un autre métier');
    expect(plain(relaxationWords({ kind: 'occupation' }, 2))).toBe('+2 d’autres métiers');
  });
});
