import type { Profile } from './profile.ts';

/**
 * What each skill weighs in a bank of profiles: a rare skill more than a common one. A snapshot of integers, made
 * once a night per structure's bank; `version` names it on every result.
 */
export interface SkillWeights {
  version: string | null;
  profileCount: number;
  weights: ReadonlyMap<string, number>;
}

/** round(1000 x ln(1 + N / (1 + df))): N profiles in the bank, df of them hold the skill. */
export function skillWeight(profileCount: number, holderCount: number): number {
  return Math.floor(1000 * Math.log(1 + profileCount / (1 + holderCount)) + 0.5);
}

/** Freezes the weights of a bank from its size and the number of holders of each skill. */
export function skillWeights(
  profileCount: number,
  holderCounts: ReadonlyMap<string, number>,
  version: string | null = null,
): SkillWeights {
  const weights = new Map<string, number>();
  for (const [skill, holderCount] of holderCounts) weights.set(skill, skillWeight(profileCount, holderCount));
  return { version, profileCount, weights };
}

/** The weight of a skill in a snapshot; one that nobody held that night weighs as the rarest. */
export function weightOfSkill(snapshot: SkillWeights, skill: string): number {
  return snapshot.weights.get(skill) ?? skillWeight(snapshot.profileCount, 0);
}

/**
 * The weights of `skills` in the bank given, whoever is excluded from a ranking: a person counts once a skill.
 */
export function weighSkills(profiles: readonly Profile[], skills: readonly string[]): SkillWeights {
  const holderCounts = new Map<string, number>(skills.map((skill) => [skill, 0]));
  for (const profile of profiles) {
    for (const skill of new Set(profile.skills)) {
      const count = holderCounts.get(skill);
      if (count !== undefined) holderCounts.set(skill, count + 1);
    }
  }
  return skillWeights(profiles.length, holderCounts);
}
