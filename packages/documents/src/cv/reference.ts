import {
  buildOccupationIndex,
  type OccupationIndex,
  type SearchableOccupation,
} from '@jonction/domain/reference/occupation-index';
import { titleStems } from '@jonction/domain/reference/title-words';

/** A skill of the reference table: in ROME an `item`, known by its OGR code. */
export interface ReferenceSkill {
  code: string;
  label: string;
}

/** What the reader compares words with, indexed once; plain values in, so that it may cross to a worker. */
export interface CvReference {
  occupations: OccupationIndex;
  labelOfOccupation: ReadonlyMap<string, string>;
  skills: SkillIndex;
}

export interface SkillIndex {
  skills: readonly (ReferenceSkill & { stems: readonly string[]; weight: number })[];
  skillsOfStem: ReadonlyMap<string, readonly number[]>;
  weightOfStem: ReadonlyMap<string, number>;
}

export interface CvReferenceTables {
  occupations: readonly SearchableOccupation[];
  skills: readonly ReferenceSkill[];
}

/** Takes the product's small table or the official ROME 3 tables; about a third of a second for the latter. */
export function buildCvReference({ occupations, skills }: CvReferenceTables): CvReference {
  return {
    occupations: buildOccupationIndex(occupations),
    labelOfOccupation: new Map(occupations.map(({ code, label }) => [code, label])),
    skills: buildSkillIndex(skills),
  };
}

function buildSkillIndex(skills: readonly ReferenceSkill[]): SkillIndex {
  const unique = [...new Map(skills.map((skill) => [skill.code, skill])).values()];
  const stemmed = unique.map((skill) => ({ ...skill, stems: titleStems(skill.label) }));
  const skillsOfStem = new Map<string, number[]>();
  for (const [position, { stems }] of stemmed.entries()) {
    for (const stem of stems) {
      const positions = skillsOfStem.get(stem);
      if (positions) positions.push(position);
      else skillsOfStem.set(stem, [position]);
    }
  }
  const weightOfStem = new Map<string, number>();
  for (const [stem, positions] of skillsOfStem) {
    weightOfStem.set(stem, Math.log(1 + unique.length / positions.length));
  }
  const weightOf = (stems: readonly string[]): number =>
    stems.reduce((sum, stem) => sum + (weightOfStem.get(stem) ?? 0), 0);
  return { skills: stemmed.map((skill) => ({ ...skill, weight: weightOf(skill.stems) })), skillsOfStem, weightOfStem };
}

const surelyTheSame = 0.72;

/**
 * The skill of the reference that words name, or null when none is near enough (rule of the house: three
 * quarters of the rare words, both ways).
 */
export function findSkill(index: SkillIndex, words: string): ReferenceSkill | null {
  const stems = titleStems(words);
  const sought = stems.reduce((sum, stem) => sum + (index.weightOfStem.get(stem) ?? unknownWeight(index)), 0);
  const shared = new Map<number, number>();
  for (const stem of stems) {
    const weight = index.weightOfStem.get(stem) ?? 0;
    for (const position of index.skillsOfStem.get(stem) ?? [])
      shared.set(position, (shared.get(position) ?? 0) + weight);
  }
  let best: { skill: ReferenceSkill; score: number } | null = null;
  for (const [position, weight] of shared) {
    const skill = index.skills[position];
    if (!skill) continue;
    const score = (2 * weight) / (sought + skill.weight);
    if (score >= surelyTheSame && (!best || score > best.score))
      best = { skill: { code: skill.code, label: skill.label }, score };
  }
  return best?.skill ?? null;
}

function unknownWeight(index: SkillIndex): number {
  return Math.log(1 + index.skills.length / 2);
}
