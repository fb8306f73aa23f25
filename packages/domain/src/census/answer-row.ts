import { allowedEvents, type ContractEventType, type ContractStatus } from '../contract/lifecycle.ts';
import { type SaidFact, standingOf } from '../contract/standing.ts';
import { stepsOf } from '../contract/status.ts';
import { addMonths, type Day, isDay } from '../shared/day.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import { mayWithdraw } from './change.ts';

/**
 * What a buyer says of a contract in a campaign, the commonest first: what the field's census of 2020 listed ("arrêtés, suspendus,
 * avenants de prorogation"), and how it ended. Whatever else happens to a contract is said on its own page.
 */
export const buyerAnswers = [
  'no_change',
  'stop',
  'suspend',
  'resume',
  'extend',
  'start',
  'complete',
  'terminate',
] as const;
export type BuyerAnswer = (typeof buyerAnswers)[number];

/** The answers that fit a contract in a status, "no change" always. */
export function answersFor(status: ContractStatus): BuyerAnswer[] {
  const allowed: readonly ContractEventType[] = allowedEvents(status);
  return buyerAnswers.filter((answer) => answer === 'no_change' || allowed.includes(answer));
}

/** One row as it was typed: days are words until they are judged, so that one bad day refuses its own row and no other. */
export interface RowAnswer {
  contractId: string;
  answer: BuyerAnswer;
  /** Day of effect; null: today. */
  on: string | null;
  /** The new end, of an amendment. */
  endsOn: string | null;
  /** Until when a suspension is expected to last: it moves nothing, it is told. */
  until: string | null;
  /** The act: service order, amendment, decision. */
  legalBasis: string | null;
  note: string | null;
}

export interface AnsweredContract {
  /** All that was said of the contract as a whole, in the order given to the fold. */
  facts: readonly SaidFact[];
  /** Of these, what the same campaign was answered before: it gives way to the new answer. */
  replaced: number | null;
}

export interface JudgedAnswer {
  on: Day;
  endsOn: Day | null;
  until: Day | null;
  before: ContractStatus;
  after: ContractStatus;
}

export type AnswerRefusal =
  | 'census.answer_day_wrong'
  | 'census.answer_day_far'
  | 'census.act_missing'
  | 'census.new_end_missing'
  | 'census.new_end_earlier'
  | 'census.until_earlier'
  | 'census.answer_rests'
  | 'census.answer_not_fitting';

/** The field of a row that each refusal is about. */
export const fieldOfRefusal: Readonly<Record<AnswerRefusal, keyof RowAnswer>> = {
  'census.answer_day_wrong': 'on',
  'census.answer_day_far': 'on',
  'census.act_missing': 'legalBasis',
  'census.new_end_missing': 'endsOn',
  'census.new_end_earlier': 'endsOn',
  'census.until_earlier': 'until',
  'census.answer_rests': 'answer',
  'census.answer_not_fitting': 'answer',
};

/**
 * One answer to a campaign. A suspension is an act and names it, an amendment that lengthens gives a later end (rules of the house, on
 * CCP R2194-1 and ordonnance 2020-319 art. 4 and 6); an answer given again replaces the former one, unless something said since rests on it.
 */
export function judgeAnswer(
  { facts, replaced }: AnsweredContract,
  row: Omit<RowAnswer, 'contractId' | 'note'>,
  today: Day,
): Decision<JudgedAnswer, AnswerRefusal> {
  if (replaced !== null && !mayWithdraw(facts, replaced, today)) return refused('census.answer_rests');
  const known = facts.map((fact, at) => (at === replaced ? { ...fact, withdrawnOn: today } : fact));
  const now = standingOf({ events: known, asOf: today, knownOn: today });
  if (row.answer === 'no_change') {
    return accepted({ on: today, endsOn: null, until: null, before: now.status, after: now.status });
  }
  const on = row.on ?? today;
  if (!isDay(on)) return refused('census.answer_day_wrong');
  if (on > addMonths(today, 12)) return refused('census.answer_day_far');
  const asked = detailsOf(row, { on, end: now.endsOn });
  if (!asked.ok) return asked;
  const fact = { type: row.answer, on, recordedOn: today, endsOn: asked.value.endsOn };
  const own = stepsOf([...known, fact], today).find(({ index }) => index === known.length);
  if (!own?.accepted) return refused('census.answer_not_fitting', { status: own?.before ?? 'none' });
  return accepted({ on, ...asked.value, before: own.before, after: own.after });
}

/** What an answer needs besides its day. */
function detailsOf(
  { answer, endsOn, until, legalBasis }: Pick<RowAnswer, 'answer' | 'endsOn' | 'until' | 'legalBasis'>,
  { on, end }: { on: Day; end: Day | null },
): Decision<{ endsOn: Day | null; until: Day | null }, AnswerRefusal> {
  if (answer === 'suspend') {
    if (legalBasis === null) return refused('census.act_missing');
    if (until !== null && (!isDay(until) || until < on)) return refused('census.until_earlier');
    return accepted({ endsOn: null, until });
  }
  if (answer === 'extend') {
    if (endsOn === null || !isDay(endsOn)) return refused('census.new_end_missing');
    if (end !== null && endsOn <= end) return refused('census.new_end_earlier', { day: end });
    return accepted({ endsOn, until: null });
  }
  return accepted({ endsOn: null, until: null });
}
