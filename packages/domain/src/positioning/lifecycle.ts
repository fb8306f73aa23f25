import { accepted, type Decision, refused } from '../shared/decision.ts';

/**
 * A positioning: one person put forward to one company, from proposal to answer. `interview`: the company asks to meet her;
 * `meeting_set`: the preparation sheet is whole and the meeting is confirmed. `withdrawn`: the person took her consent
 * back; the company reads "withdrawn" and never why. `closed`: nothing is expected any more, for a typed reason.
 */
export const positioningStatuses = [
  'proposed',
  'sent',
  'seen',
  'interview',
  'meeting_set',
  'hired',
  'refused',
  'withdrawn',
  'closed',
] as const;
export type PositioningStatus = (typeof positioningStatuses)[number];

export const openStatuses = [
  'proposed',
  'sent',
  'seen',
  'interview',
  'meeting_set',
] as const satisfies readonly PositioningStatus[];
export type OpenStatus = (typeof openStatuses)[number];

export function isOpen(status: PositioningStatus): status is OpenStatus {
  return openStatuses.some((open) => open === status);
}

/** Who moves a positioning: the team, a company by its account or by its link, the person herself, a job of the house. */
export const positioningActors = ['facilitator', 'employer', 'link', 'participant', 'system'] as const;
export type PositioningActor = (typeof positioningActors)[number];

export const positioningActs = ['send', 'see', 'meet', 'set', 'hire', 'refuse', 'withdraw', 'close', 'reopen'] as const;
export type PositioningAct = (typeof positioningActs)[number];

interface Move {
  /** `previous`: the open status it had before it was closed. */
  to: PositioningStatus | 'previous';
  by: readonly PositioningActor[];
}

const company = ['employer', 'link'] as const;
/** A facilitator may type what a company says on the phone. */
const answering = ['facilitator', ...company] as const;
const endings = {
  withdraw: { to: 'withdrawn', by: ['facilitator', 'participant', 'system'] },
  close: { to: 'closed', by: ['facilitator', 'system'] },
} as const;
const answered = {
  meet: { to: 'interview', by: answering },
  hire: { to: 'hired', by: answering },
  refuse: { to: 'refused', by: answering },
  ...endings,
} as const;

/** The whole table: from a status, each act that is allowed, where it leads and who may (rule of the house). */
export const positioningMoves = {
  proposed: { send: { to: 'sent', by: ['facilitator'] }, ...endings },
  sent: { see: { to: 'seen', by: company }, ...answered },
  seen: answered,
  // Confirmed by the team alone: the person is told an hour, a place and a name, not a wish.
  interview: { set: { to: 'meeting_set', by: ['facilitator'] }, ...answered },
  meeting_set: answered,
  hired: {},
  refused: {},
  withdrawn: {},
  // The way back of a batch; nothing else reopens.
  closed: { reopen: { to: 'previous', by: ['facilitator'] } },
} as const satisfies Record<PositioningStatus, Partial<Record<PositioningAct, Move>>>;

/** The acts that are a company's answer, in the order in which its page offers them. */
export const answers = ['meet', 'hire', 'refuse'] as const satisfies readonly PositioningAct[];
export type Answer = (typeof answers)[number];

/** Whether some act leads on from a status, for whoever speaks: what a page offers. */
export function mayAct(status: PositioningStatus, act: PositioningAct, by: PositioningActor): boolean {
  const row: Partial<Record<PositioningAct, Move>> = positioningMoves[status];
  return row[act]?.by.includes(by) ?? false;
}

/**
 * The status after an act; `before`: the open status it had when it was closed, which `reopen` needs. Refusals:
 * `positioning.withdrawn` when the person took her consent back (said without a why), `positioning.act_not_allowed` otherwise.
 */
export function actOnPositioning(
  status: PositioningStatus,
  act: PositioningAct,
  by: PositioningActor,
  before: PositioningStatus | null = null,
): Decision<PositioningStatus, 'positioning.act_not_allowed' | 'positioning.withdrawn'> {
  const row: Partial<Record<PositioningAct, Move>> = positioningMoves[status];
  const move = row[act];
  if (move?.by.includes(by)) {
    if (move.to !== 'previous') return accepted(move.to);
    if (before !== null && isOpen(before)) return accepted(before);
  }
  if (status === 'withdrawn') return refused('positioning.withdrawn');
  return refused('positioning.act_not_allowed', { status });
}
