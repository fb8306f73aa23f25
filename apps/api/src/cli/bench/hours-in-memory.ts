import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type HoursToJudge, judgeByRulebook } from '@jonction/domain/hours/judge';
import type { HourStatus } from '@jonction/domain/hours/outcome';
import { policiesFromTheStart } from '@jonction/domain/hours/policies/built-in';
import type { Policy } from '@jonction/domain/hours/policy';
import type { Portion } from '@jonction/domain/hours/portion';
import { rulebookOf } from '@jonction/domain/hours/winning-rule';
import { type HoursWorld, toJudge, worldKnownOn } from './hours-world.ts';
import { Disagreement } from './interleaved.ts';

/** The rules as one would first write them: kept with the tests, absent from an image without them. */
const straightFile = fileURLToPath(new URL('../../../../../tests/domain/hours/straight.ts', import.meta.url));

interface Straight {
  straightRules(policies: readonly Policy[], knownOn: string): unknown;
  straightJudge(given: HoursToJudge, rules: unknown, knownOn: string): Judged;
}

interface Judged {
  portions: Portion[];
  totals: Record<HourStatus, number>;
}

/** Hires judged by one, then by the other, the order changing each time: what disturbs one disturbs the other. */
const slice = 500;

export interface InMemory {
  ours: number;
  /** Null where the tests are not there. */
  straight: number | null;
  totals: Record<HourStatus, number>;
}

/** Milliseconds of judging all hires in memory. The gate: both give the same portions, or no time is worth printing. */
export async function judgeInMemory(world: HoursWorld): Promise<InMemory> {
  const rulebook = rulebookOf(policiesFromTheStart, worldKnownOn);
  const straight = existsSync(straightFile) ? ((await import(straightFile)) as Straight) : null;
  const rules = straight?.straightRules(policiesFromTheStart, worldKnownOn);
  const taken = { ours: 0, straight: 0 };
  const totals = { validated: 0, pending: 0, rejected: 0 };
  const given = world.placements.map((placement) => toJudge(world, placement));
  for (let start = 0; start < given.length; start += slice) {
    const some = given.slice(start, start + slice);
    const ways = [
      () => timed(taken, 'ours', () => some.map((one) => judgeByRulebook(rulebook, one))),
      () => timed(taken, 'straight', () => some.map((one) => straight?.straightJudge(one, rules, worldKnownOn))),
    ];
    const inOrder = (start / slice) % 2 === 0 ? ways : ways.toReversed();
    const answers = inOrder.map((way) => way());
    const [ours, theirs] = inOrder === ways ? answers : answers.toReversed();
    for (const [index, judged] of (ours ?? []).entries()) {
      if (!judged) continue;
      for (const status of ['validated', 'pending', 'rejected'] as const) totals[status] += judged.totals[status];
      const other = theirs?.[index];
      if (other && toText(judged) !== toText(other)) throw new Disagreement(`hire ${some[index]?.placement.id}`);
    }
  }
  return { ours: taken.ours, straight: straight ? taken.straight : null, totals };
}

function timed<Answer>(
  taken: Record<'ours' | 'straight', number>,
  who: 'ours' | 'straight',
  way: () => Answer,
): Answer {
  const start = performance.now();
  const answer = way();
  taken[who] += performance.now() - start;
  return answer;
}

function toText({ portions, totals }: Judged): string {
  const written = portions.map(({ line, from, to, centihours, status, policy, rule, reason }) =>
    [line, from, to, centihours, status, policy, rule, reason].join(' '),
  );
  return `${written.sort().join('\n')}\n${totals.validated} ${totals.pending} ${totals.rejected}`;
}
