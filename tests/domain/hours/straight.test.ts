import { makeHoursWorld, toJudge, worldKnownOn } from '@jonction/api/cli/bench/hours-world';
import { judgeHours } from '@jonction/domain/hours/judge';
import { policiesFromTheStart } from '@jonction/domain/hours/policies/built-in';
import { expect, test } from 'vitest';
import { oracleJudge } from './oracle.ts';
import { asSet } from './portions.ts';
import { straightJudge, straightRules } from './straight.ts';

const policies = [...policiesFromTheStart];
const world = makeHoursWorld(2_400);
const rules = straightRules(policies, worldKnownOn);

test('the implementation that the product is measured against judges the measured year as the product does', () => {
  for (const placement of world.placements) {
    const given = toJudge(world, placement);
    const { portions, totals } = judgeHours({ ...given, policies });
    const straight = straightJudge(given, rules, worldKnownOn);
    expect(straight.totals).toEqual(totals);
    const told = straight.portions.map(({ line, from, to, centihours, status, policy, rule, reason }) => ({
      ...{ line, from, to, centihours, status, policy, rule, reason },
    }));
    expect(asSet(told)).toEqual(asSet(portions));
  }
});

test('both judge it as the rules written a third time do', () => {
  for (const placement of world.placements.slice(0, 20)) {
    const given = toJudge(world, placement);
    const oracle = oracleJudge({
      placement: given.placement,
      policies,
      lines: [...given.lines],
      contractEvents: [...(given.contractEvents ?? [])],
      elsewhere: [...(given.elsewhere ?? [])],
      knownOn: worldKnownOn,
    });
    expect(straightJudge(given, rules, worldKnownOn).totals).toEqual(oracle.totals);
  }
});

test('the measured year holds every outcome, claims on two clauses and sites at a halt', () => {
  const judged = world.placements.map((placement) => judgeHours({ ...toJudge(world, placement), policies }));
  const reasons = new Set(
    judged.flatMap(({ portions }) => portions.map(({ status, reason }) => `${status} ${reason}`)),
  );
  for (const outcome of [
    ...['validated null', 'pending decision-needed', 'pending evidence-missing', 'rejected null', 'rejected duplicate'],
    ...['rejected contract-inactive', 'rejected outside-eligibility', 'rejected outside-placement'],
  ]) {
    expect(reasons, outcome).toContain(outcome);
  }
});
