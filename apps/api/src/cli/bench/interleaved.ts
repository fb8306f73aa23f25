import type { Placed } from '@jonction/matching-engine/bank';
import type { BenchQuestion, Contender } from './contender.ts';
import { Draw } from './draw.ts';
import { mean, median } from './figure.ts';

export interface Timing {
  name: string;
  /** Milliseconds, a question each. */
  ms: number[];
  /** The same by the contender's own clock. */
  ownMs: number[];
}

/** Two contenders disagree: no time of such a run is worth printing. */
export class Disagreement extends Error {}

/**
 * Asks each contender questions that are not measured, as many as it answers in five seconds: all stand as they do in a program that
 * has served for a while, caches filled and compiled.
 */
export async function warm(contenders: readonly Contender[], questions: readonly BenchQuestion[]): Promise<void> {
  for (const contender of contenders) {
    const end = performance.now() + warmMs;
    for (const question of questions) {
      if (performance.now() > end) break;
      await contender.best(question);
    }
  }
}

const warmMs = 5_000;

/**
 * Every question goes through every contender back to back, in an order drawn anew each time: in a fixed round the one
 * behind a contender that reads the same memory would always be ahead. The gate: whoever does not give
 * the ids and scores of the first contender, in its order, ends the run.
 */
export async function interleave(
  contenders: readonly Contender[],
  questions: readonly BenchQuestion[],
  warmUp: number,
  progress: (line: string) => void,
): Promise<Timing[]> {
  const places = contenders.map((_, place) => place);
  const draw = new Draw(11);
  const timings = contenders.map(({ name }): Timing => ({ name, ms: [], ownMs: [] }));
  for (const [index, question] of [...questions.slice(0, warmUp), ...questions].entries()) {
    const answers: Placed[][] = [];
    for (const who of draw.some(places, places.length)) {
      const contender = contenders[who];
      const timing = timings[who];
      if (!contender || !timing) continue;
      const start = performance.now();
      const answer = contender.best(question);
      answers[who] = answer instanceof Promise ? await answer : answer;
      const ms = performance.now() - start;
      if (index < warmUp) continue;
      timing.ms.push(ms);
      timing.ownMs.push(contender.ownMs?.() ?? ms);
    }
    const expected = JSON.stringify(answers[0]);
    for (const [who, answer] of answers.entries()) {
      if (JSON.stringify(answer) !== expected)
        throw new Disagreement(`${contenders[who]?.name} disagrees on offer ${question.offer.id}`);
    }
    if ((index + 1) % 25 === 0) progress(`${index + 1} questions sur ${questions.length + warmUp}`);
  }
  return timings;
}

/** How many times slower: the median over the questions, and the ratio of the means, where tails weigh. */
export function ratios(slow: readonly number[], fast: readonly number[]): { median: number; means: number } {
  return { median: median(slow.map((ms, index) => ms / (fast[index] ?? Number.NaN))), means: mean(slow) / mean(fast) };
}
