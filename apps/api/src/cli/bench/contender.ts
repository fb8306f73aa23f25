import type { SkillWeights } from '@jonction/domain/matching/skill-weight';
import type { Placed } from '@jonction/matching-engine/bank';
import type { Asked } from '@jonction/matching-engine/question';

/** How many are asked of every contender. */
export const best = 20;

export type BenchQuestion = Asked & { skills: SkillWeights };

/** Something that can rank: everybody answers the same questions, one after the other, in the same run. */
export interface Contender {
  name: string;
  best(question: BenchQuestion): Placed[] | Promise<Placed[]>;
  /** What the last answer took by the contender's own clock, in milliseconds, for those that have one. */
  ownMs?(): number;
}
