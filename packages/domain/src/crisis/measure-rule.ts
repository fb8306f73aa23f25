import { judgeSaying } from '../census/change.ts';
import type { ContractFact } from '../contract/event.ts';
import type { ContractEventType, ContractStatus } from '../contract/lifecycle.ts';
import { isLive } from '../contract/standing.ts';
import { foldStatus, stepsOf } from '../contract/status.ts';
import { addDays, type Day, daysBetween, earlier, later } from '../shared/day.ts';
import type { CrisisTerms } from './crisis.ts';
import { type CrisisMeasure, measuresOf, regimes } from './regime.ts';

/** What the rule looks at in a contract. */
export interface CrisisContract {
  kind: 'contract' | 'concession';
  /** Of the contract as a whole, in the order given to the fold. */
  facts: readonly ContractFact[];
  notifiedOn: Day | null;
  /** Some clause of the team has a penalty. */
  hasPenalty: boolean;
}

/** Why a measure is not for a contract. */
export const crisisObstacles = [
  'ended',
  'not_begun',
  'not_in_award',
  'no_end_known',
  'ends_elsewhere',
  'length_unknown',
  'no_penalty_written',
  'status',
  'concession_only',
  'contract_only',
] as const;
export type CrisisObstacle = (typeof crisisObstacles)[number];

/** What a person has to see before she uses a measure: the text is for what is necessary, case by case (art. 1). */
export const crisisChecks = [
  'no_new_tender',
  'holder_asked',
  'cannot_perform',
  'authority_act',
  'fixed_price',
  'seen',
] as const;
export type CrisisCheck = (typeof crisisChecks)[number];

/** What a measure changes. `after`, `latest`: a new end comes after the one, and no later than the other. */
export type CrisisEffect =
  | { kind: 'told' }
  | { kind: 'exempt'; from: Day; to: Day | null }
  | { kind: 'event'; type: ContractEventType; on: Day; endsOn: Day | null; after: Day | null; latest: Day | null };

export type MeasureVerdict =
  | { measure: CrisisMeasure; may: true; check: CrisisCheck | null; effect: CrisisEffect }
  | { measure: CrisisMeasure; may: false; why: CrisisObstacle; status: ContractStatus };

type Framed = Pick<CrisisTerms, 'regime' | 'from' | 'to' | 'retenderDays'>;

/**
 * Of each measure of the text, whether it may serve one contract, with what effect, and why not. The text is for contracts that run or
 * are concluded in its days, as far as it is necessary (ordonnance 2020-319, art. 1; EPEC with the DAJ, April 2020): what is necessary a
 * person says, the rule says what is possible.
 */
export function measuresFor(contract: CrisisContract, crisis: Framed, today: Day): MeasureVerdict[] {
  const seen = look(contract, crisis, today);
  return measuresOf(crisis.regime).map((measure) => {
    const answer = answerOf(measure, contract, seen);
    return typeof answer === 'string'
      ? { measure, may: false, why: answer, status: seen.then }
      : { measure, may: true, check: checks[measure] ?? null, effect: answer };
  });
}

/** What a person has to see first, by measure; the others ask for nothing. */
const checks: Partial<Record<CrisisMeasure, CrisisCheck>> = {
  extend_term: 'no_new_tender',
  extend_delay: 'holder_asked',
  no_penalty: 'cannot_perform',
  third_party: 'cannot_perform',
  terminate: 'authority_act',
  suspend: 'fixed_price',
  suspend_concession: 'authority_act',
  stop: 'seen',
};

interface Seen {
  /** The first day of the emergency on which the contract exists. */
  begun: Day;
  to: Day | null;
  today: Day;
  /** The status on the first day of the emergency, all that is said of that day counted. */
  then: ContractStatus;
  /** Why the text does not speak of this contract at all. */
  out: 'ended' | 'not_begun' | null;
  runs: boolean;
  endsOn: Day | null;
  /** How long the days of the text last; null: nobody knows yet. */
  windowDays: number | null;
  /** The text says that a delay grows by those days at least. */
  atLeast: boolean;
  retenderDays: number;
  /** The day on which an amendment is written down: today, unless the emergency or the contract is over by then. */
  amendedOn: Day;
}

function look({ facts, notifiedOn }: CrisisContract, { regime, from, to, retenderDays }: Framed, today: Day): Seen {
  const asOf = later(from, to === null ? today : earlier(to, today));
  const steps = stepsOf(facts, today).filter(({ accepted }) => accepted);
  const then = steps.findLast(({ fact }) => fact.on <= from)?.after ?? 'none';
  const within = steps.filter(({ fact }) => fact.on > from && fact.on <= asOf).map(({ after }) => after);
  const { endsOn } = foldStatus({ events: facts, asOf, knownOn: today });
  const statuses = [then, ...within];
  const runs = statuses.some(isLive);
  const inAward = statuses.some((status) => status === 'tender' || status === 'awarded');
  const begun = later(from, notifiedOn ?? from);
  const window = regimes[regime].window ?? (to === null ? null : { from, to });
  const ended = (endsOn !== null && endsOn < from) || (!runs && over.has(then));
  return {
    ...{ begun, to, today, then, runs, endsOn, retenderDays },
    out: ended ? 'ended' : runs || inAward ? null : 'not_begun',
    atLeast: regimes[regime].window !== null,
    windowDays: window && daysBetween(window.from, window.to) + 1,
    amendedOn: later(begun, endsOn === null ? asOf : earlier(endsOn, asOf)),
  };
}

const over = new Set<ContractStatus>(['terminated', 'completed', 'settled', 'archived', 'no_clause', 'unsuccessful']);

function answerOf(measure: CrisisMeasure, contract: CrisisContract, seen: Seen): CrisisEffect | CrisisObstacle {
  const { begun, to, then, out, runs, endsOn, windowDays, amendedOn, today } = seen;
  const concession = contract.kind === 'concession';
  const event = (type: ContractEventType, on = begun, end: Day | null = null, latest: Day | null = null) => {
    const after = end && (latest === null && seen.atLeast ? addDays(end, -1) : endsOn);
    const { kept } = judgeSaying([{ id: '', facts: contract.facts }], { answer: type, on, endsOn: end }, today);
    return kept.length > 0 ? ({ kind: 'event', type, on, endsOn: end, after, latest } as const) : 'status';
  };
  if (out !== null) return out;
  if (measure === 'scope') return { kind: 'told' };
  if (measure === 'bid_delay' || measure === 'competition')
    return then === 'tender' ? { kind: 'told' } : 'not_in_award';
  if (!runs) return 'not_begun';
  if (measure === 'extend_term' || measure === 'extend_delay') {
    const term = measure === 'extend_term';
    if (endsOn === null) return 'no_end_known';
    if (term && to !== null && endsOn > to) return 'ends_elsewhere';
    if (windowDays === null) return 'length_unknown';
    // The term may move by the days of the text and those of a new tender at most (art. 4); a delay by those of the text at least (art. 6, 1°).
    const end = addDays(endsOn, windowDays + (term ? seen.retenderDays : 0));
    return event('extend', amendedOn, end, term ? end : null);
  }
  switch (measure) {
    case 'no_penalty':
      return contract.hasPenalty ? { kind: 'exempt', from: begun, to } : 'no_penalty_written';
    case 'advance':
      return concession ? 'contract_only' : { kind: 'told' };
    case 'third_party':
      return { kind: 'told' };
    case 'suspend':
      return concession ? 'contract_only' : event('suspend');
    case 'suspend_concession':
      return concession ? event('suspend') : 'concession_only';
    case 'terminate':
      return event('terminate');
    case 'stop':
      return event('stop');
  }
}
