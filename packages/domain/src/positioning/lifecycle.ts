import { accepted, type Decision, refused } from '../shared/decision.ts';

/**
 * A positioning: one person put forward to one company, from proposal to answer. `withdrawn`: the person took her
 * consent back; the company reads "withdrawn" and never why. `closed`: somebody else was hired, or the offer closed.
 */
export const positioningStatuses = [
  'proposed',
  'sent',
  'seen',
  'interview',
  'hired',
  'refused',
  'withdrawn',
  'closed',
] as const;
export type PositioningStatus = (typeof positioningStatuses)[number];

export const openStatuses = ['proposed', 'sent', 'seen', 'interview'] as const satisfies readonly PositioningStatus[];

/** Why a company says no. The words each audience reads are in `words.ts`. */
export const refusalReasons = [
  'position_filled',
  'profile_mismatch',
  'lacking_skills',
  'schedule',
  'distance',
  'unreachable',
  'no_show',
  'not_interested',
  'hired_elsewhere',
  'no_position',
  'other',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

interface Transition {
  from: readonly PositioningStatus[];
  to: PositioningStatus;
  by: readonly ('staff' | 'company' | 'system')[];
}

/** Who may move a positioning from where to where (rule of the house; a facilitator may type a company's phone answer). */
export const positioningActs = {
  send: { from: ['proposed'], to: 'sent', by: ['staff'] },
  see: { from: ['sent'], to: 'seen', by: ['company'] },
  meet: { from: ['sent', 'seen', 'interview'], to: 'interview', by: ['company', 'staff'] },
  hire: { from: ['sent', 'seen', 'interview'], to: 'hired', by: ['company', 'staff'] },
  refuse: { from: ['sent', 'seen', 'interview'], to: 'refused', by: ['company', 'staff'] },
  withdraw: { from: ['proposed', 'sent', 'seen', 'interview'], to: 'withdrawn', by: ['staff', 'system'] },
  close: { from: ['proposed', 'sent', 'seen', 'interview'], to: 'closed', by: ['staff', 'system'] },
} as const satisfies Record<string, Transition>;
export type PositioningAct = keyof typeof positioningActs;

/** The acts that are a company's answer, in the order in which its page offers them. */
export const answers = ['meet', 'hire', 'refuse'] as const satisfies readonly PositioningAct[];
export type Answer = (typeof answers)[number];

/**
 * The status after an act. Refusals: `positioning.withdrawn` when the person took her consent back (said without a why),
 * `positioning.act_not_allowed` otherwise.
 */
export function actOnPositioning(
  status: PositioningStatus,
  act: PositioningAct,
  by: 'staff' | 'company' | 'system',
): Decision<PositioningStatus, 'positioning.act_not_allowed' | 'positioning.withdrawn'> {
  const row: Transition = positioningActs[act];
  if (row.from.includes(status) && row.by.includes(by)) return accepted(row.to);
  if (status === 'withdrawn') return refused('positioning.withdrawn');
  return refused('positioning.act_not_allowed', { status });
}
