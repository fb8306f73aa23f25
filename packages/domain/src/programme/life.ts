import type { Role } from '../access/role.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';

/**
 * The statuses of a contract that a buyer plans, before it is one of the register: those of the census (field report EPEC 2020 and
 * CCP), and `dropped` for what the buyer gives up. Ended: nobody waits on anybody any more.
 */
export const plannedStatuses = [
  'planned',
  'study',
  'no_clause',
  'tender',
  'unsuccessful',
  'awarded',
  'notified',
  'dropped',
] as const;
export type PlannedStatus = (typeof plannedStatuses)[number];

export const endedStatuses: readonly PlannedStatus[] = ['no_clause', 'notified', 'dropped'];

/** What is done with a planned contract. `answer`: the team gives the buyer its hours. `reopen`: somebody was mistaken, or it comes back. */
export const plannedActs = [
  'study',
  'answer',
  'no_clause',
  'tender',
  'unsuccessful',
  'award',
  'notify',
  'drop',
  'reopen',
] as const;
export type PlannedAct = (typeof plannedActs)[number];

interface Transition {
  from: readonly PlannedStatus[];
  to: PlannedStatus;
  who: readonly Role[];
  /** Words say why: nobody remembers in two years. */
  why: boolean;
  source: string;
}

const team = ['facilitator', 'lead'] as const;
const teamAndBuyer = [...team, 'buyer'] as const;

export const plannedTransitions: Readonly<Record<PlannedAct, Transition>> = {
  study: {
    from: ['planned', 'unsuccessful'],
    to: 'study',
    who: team,
    why: false,
    source: 'the facilitator sizes the clause',
  },
  answer: {
    from: ['study'],
    to: 'study',
    who: team,
    why: false,
    source: 'rule of the house: hours given, still in study',
  },
  no_clause: { from: ['study'], to: 'no_clause', who: team, why: true, source: 'the facilitator answers the buyer' },
  tender: { from: ['study'], to: 'tender', who: teamAndBuyer, why: false, source: 'CCP R2131-1, notice published' },
  unsuccessful: {
    from: ['tender'],
    to: 'unsuccessful',
    who: teamAndBuyer,
    why: true,
    source: 'CCP R2185-1, declared without result',
  },
  award: { from: ['tender'], to: 'awarded', who: teamAndBuyer, why: false, source: 'CCP R2181-1' },
  notify: { from: ['awarded'], to: 'notified', who: team, why: false, source: 'CCP R2182-4; the register takes over' },
  drop: {
    from: ['planned', 'study', 'unsuccessful'],
    to: 'dropped',
    who: teamAndBuyer,
    why: true,
    source: 'the buyer gives it up (from study and without result: rule of the house)',
  },
  reopen: { from: ['no_clause', 'dropped'], to: 'study', who: team, why: true, source: 'rule of the house' },
};

/** What this role may do now, in the order of the life. */
export function allowedActs(status: PlannedStatus, role: Role): PlannedAct[] {
  return plannedActs.filter((act) => {
    const { from, who } = plannedTransitions[act];
    return from.includes(status) && who.includes(role);
  });
}

export type ActRefusal =
  | 'programme.act_not_allowed'
  | 'programme.act_not_now'
  | 'programme.why_missing'
  | 'programme.hours_missing';

/**
 * The status after an act. Refused: an act that is not this role's, one that does not follow from where it stands, one that asks for
 * words and has none, an answer without hours.
 */
export function statusAfter(
  { status, dueHours }: { status: PlannedStatus; dueHours: number | null },
  act: PlannedAct,
  by: { role: Role; why: string | null },
): Decision<PlannedStatus, ActRefusal> {
  const { from, to, who, why } = plannedTransitions[act];
  if (!who.includes(by.role)) return refused('programme.act_not_allowed');
  if (!from.includes(status)) return refused('programme.act_not_now', { status, act });
  if (why && !by.why?.trim()) return refused('programme.why_missing');
  if (act === 'answer' && dueHours === null) return refused('programme.hours_missing');
  return accepted(to);
}
