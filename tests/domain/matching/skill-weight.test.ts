import { rankProfiles } from '@jonction/domain/matching/rank';
import { skillWeight, skillWeights, weighSkills, weightOfSkill } from '@jonction/domain/matching/skill-weight';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anInput, anOffer, aProfile } from './bank.ts';

describe('what a skill weighs', () => {
  it.each([
    { size: 1, holders: 0, weight: 693 },
    { size: 1, holders: 1, weight: 405 },
    { size: 4, holders: 1, weight: 1099 },
    { size: 4, holders: 3, weight: 693 },
    { size: 60, holders: 20, weight: 1350 },
    { size: 60_000, holders: 0, weight: 11_002 },
    { size: 60_000, holders: 60_000, weight: 693 },
    { size: 0, holders: 0, weight: 0 },
    // 3044.52 goes up, 2079.44 down: half up, to the last thousandth.
    { size: 20, holders: 0, weight: 3045 },
    { size: 7, holders: 0, weight: 2079 },
  ])('held by $holders of $size people: $weight', ({ size, holders, weight }) => {
    expect(skillWeight(size, holders)).toBe(weight);
  });

  it('is an integer that never grows with the number of holders', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(100_000), fc.nat(100_000), (size, a, b) => {
        const [few, many] = [Math.min(a, b, size), Math.min(Math.max(a, b), size)];
        expect(Number.isInteger(skillWeight(size, few))).toBe(true);
        expect(skillWeight(size, few)).toBeGreaterThanOrEqual(skillWeight(size, many));
        expect(skillWeight(size, many)).toBeGreaterThan(0);
      }),
    );
  });

  it('is the one of the snapshot, else that of a skill nobody holds', () => {
    const snapshot = skillWeights(4, new Map([['tonte', 3]]), 'nuit du 28 février');
    expect(snapshot.version).toBe('nuit du 28 février');
    expect(weightOfSkill(snapshot, 'tonte')).toBe(693);
    expect(weightOfSkill(snapshot, 'taille')).toBe(1609);
    expect(weightOfSkill(snapshot, 'constructor')).toBe(1609);
  });
});

describe('the weights of a bank', () => {
  it('count every person given, consenting, visible or excluded or not', () => {
    const profiles = [
      aProfile({ id: 'a', skills: ['tonte'] }),
      aProfile({ id: 'b', skills: ['tonte'], consent: false }),
      aProfile({ id: 'c', skills: ['tonte'], visible: false }),
      aProfile({ id: 'd', skills: [], french: 0 }),
    ];
    const { weights, profileCount, version } = weighSkills(profiles, ['tonte', 'taille']);
    expect([...weights]).toEqual([
      ['tonte', skillWeight(4, 3)],
      ['taille', skillWeight(4, 0)],
    ]);
    expect(profileCount).toBe(4);
    expect(version).toBeNull();
  });

  it('count a person once, however often her CV repeats a skill', () => {
    const profiles = [aProfile({ skills: ['tonte', 'tonte', 'tonte'] }), aProfile({ id: 'b', skills: null })];
    expect(weighSkills(profiles, ['tonte']).weights.get('tonte')).toBe(skillWeight(2, 1));
  });

  it('tell apart skills by their exact code', () => {
    expect(weighSkills([aProfile({ skills: ['Tonte'] })], ['tonte']).weights.get('tonte')).toBe(skillWeight(1, 0));
  });
});

describe('a ranking by a snapshot', () => {
  const profiles = [aProfile({ id: 'a', skills: ['tonte'] }), aProfile({ id: 'b', skills: ['taille'] })];
  const offer = anOffer({ skills: ['tonte', 'taille'] });

  it('uses the weights of the night, not those of the people given, and names their version', () => {
    const skills = skillWeights(
      100,
      new Map([
        ['tonte', 90],
        ['taille', 2],
      ]),
      'v7',
    );
    const { ranked, skillVersion } = rankProfiles(anInput({ profiles, offer, skills }));
    expect(skillVersion).toBe('v7');
    expect(ranked.map(({ id, criteria }) => [id, criteria.skills])).toEqual([
      ['b', Math.floor((1000 * skillWeight(100, 2)) / (skillWeight(100, 2) + skillWeight(100, 90)))],
      ['a', Math.floor((1000 * skillWeight(100, 90)) / (skillWeight(100, 2) + skillWeight(100, 90)))],
    ]);
  });

  it('gives the same as weighing on the spot, when the snapshot is of the same bank', () => {
    const onTheSpot = rankProfiles(anInput({ profiles, offer }));
    const bySnapshot = rankProfiles(anInput({ profiles, offer, skills: weighSkills(profiles, offer.skills ?? []) }));
    expect(bySnapshot).toEqual(onTheSpot);
    expect(onTheSpot.skillVersion).toBeNull();
  });
});
