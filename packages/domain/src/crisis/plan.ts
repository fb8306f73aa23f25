import type { ContractFact } from '../contract/event.ts';
import { stepsOf } from '../contract/status.ts';
import type { Day } from '../shared/day.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import type { CrisisEffect, MeasureVerdict } from './measure-rule.ts';
import type { CrisisMeasure } from './regime.ts';

/** What somebody chose for one contract otherwise than for all: a measure taken or left, and another end. */
export interface CrisisChoice {
  measure: CrisisMeasure;
  chosen: boolean;
  endsOn: Day | null;
}

export interface PlannedMeasure {
  measure: CrisisMeasure;
  effect: CrisisEffect;
}

/** Of measures that say the same thing twice, the first one found here stands: one end date, one act that halts the work. */
const onlyOne: readonly (readonly CrisisMeasure[])[] = [
  ['extend_term', 'extend_delay'],
  ['terminate', 'suspend', 'suspend_concession', 'stop'],
  // a contract that ends for good is not extended
  ['terminate', 'extend_term'],
  ['terminate', 'extend_delay'],
];

/**
 * What an emergency does to one contract: of the measures that may serve it those chosen for all, but for what was chosen for this one
 * contract. A measure that the text does not open to it is never taken, whoever chose it. Rule of the house.
 */
export function plannedFor(
  verdicts: readonly MeasureVerdict[],
  forAll: readonly CrisisMeasure[],
  choices: readonly CrisisChoice[],
): PlannedMeasure[] {
  const own = new Map(choices.map((choice) => [choice.measure, choice]));
  const taken = verdicts.flatMap((verdict) => {
    const choice = own.get(verdict.measure);
    const chosen = verdict.measure === 'scope' || (choice?.chosen ?? forAll.includes(verdict.measure));
    if (!verdict.may || !chosen) return [];
    return [{ measure: verdict.measure, effect: endingOn(verdict.effect, choice?.endsOn ?? null) }];
  });
  if (!taken.some(({ measure }) => measure === 'scope')) return [];
  const left = onlyOne.flatMap((rivals) =>
    rivals.filter((one) => taken.some(({ measure }) => measure === one)).slice(1),
  );
  return taken.filter(({ measure }) => !left.includes(measure));
}

/** An end that was chosen before the contract or the text changed, and that they no longer allow, gives way to the one they give. */
function endingOn(effect: CrisisEffect, endsOn: Day | null): CrisisEffect {
  if (effect.kind !== 'event' || endsOn === null) return effect;
  return refusedEnd(effect, endsOn) === null && effect.after !== null ? { ...effect, endsOn } : effect;
}

function refusedEnd({ after, latest }: { after: Day | null; latest: Day | null }, endsOn: Day) {
  if (after !== null && endsOn <= after) return refused('crisis.end_too_early', { on: after });
  return latest !== null && endsOn > latest ? refused('crisis.end_too_late', { latest }) : null;
}

export type ChoiceRefusal = 'crisis.not_open' | 'crisis.end_too_late' | 'crisis.end_too_early';

/**
 * Whether a choice may be kept: the text opens the measure, and the end is after the one known, no later than article 4 allows, and no
 * sooner than the days of the text add to a delay (art. 6, 1°).
 */
export function settleChoice(
  verdicts: readonly MeasureVerdict[],
  choice: CrisisChoice,
): Decision<CrisisChoice, ChoiceRefusal> {
  const verdict = verdicts.find(({ measure }) => measure === choice.measure);
  if (choice.chosen && !verdict?.may) return refused('crisis.not_open');
  if (choice.endsOn === null || !verdict?.may || verdict.effect.kind !== 'event')
    return accepted({ ...choice, endsOn: null });
  if (verdict.effect.after === null) return accepted({ ...choice, endsOn: null });
  return refusedEnd(verdict.effect, choice.endsOn) ?? accepted(choice);
}

/**
 * Whether the end of an emergency puts a contract to work again: the halt that it still stands in is the one that the emergency
 * wrote. Halted since by somebody else's word, ended or taken up again, it is left as it is. Rule of the house.
 */
export function resumesAtEnd(facts: readonly ContractFact[], haltIndex: number, on: Day, today: Day): boolean {
  const moves = stepsOf(facts, today).filter(({ accepted, before, after }) => accepted && before !== after);
  const last = moves.at(-1);
  return last?.index === haltIndex && ['stopped', 'suspended'].includes(last.after) && last.fact.on <= on;
}
