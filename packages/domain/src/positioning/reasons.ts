/** Why a company says no. */
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

/** Why nothing is expected any more without the company having answered. */
export const closeReasons = ['found_work', 'offer_filled', 'offer_closed', 'silence', 'team', 'transferred'] as const;
export type CloseReason = (typeof closeReasons)[number];

/** The reasons that a facilitator may choose for several at once; the others are consequences. */
export const typedCloseReasons = ['found_work', 'offer_filled', 'team'] as const satisfies readonly CloseReason[];

export const endReasons = [...refusalReasons, ...closeReasons] as const;
export type EndReason = (typeof endReasons)[number];

/** Who reads why a positioning ended. */
export const audiences = ['facilitator', 'company', 'partner', 'participant'] as const;
export type Audience = (typeof audiences)[number];

/**
 * What a partner and a person read instead of the company's reason: a few sentences, none of which judges her. A skill that
 * lacks, a profile that does not fit, somebody who did not come: said to the team alone, which talks with her
 * (rule of the house; a candidate is not told a judgement by a machine).
 */
export const softened = [
  'filled',
  'other_choice',
  'practical',
  'not_met',
  'her_choice',
  'no_answer',
  'over',
  'passed_on',
] as const;
export type Softened = (typeof softened)[number];

/** One row a reason: the sentence of the partner, and the person's. The facilitator and the company read the reason itself. */
export const readInstead = {
  position_filled: { partner: 'filled', participant: 'filled' },
  profile_mismatch: { partner: 'other_choice', participant: 'other_choice' },
  lacking_skills: { partner: 'other_choice', participant: 'other_choice' },
  schedule: { partner: 'practical', participant: 'practical' },
  distance: { partner: 'practical', participant: 'practical' },
  unreachable: { partner: 'not_met', participant: 'not_met' },
  no_show: { partner: 'not_met', participant: 'not_met' },
  not_interested: { partner: 'her_choice', participant: 'her_choice' },
  hired_elsewhere: { partner: 'her_choice', participant: 'over' },
  no_position: { partner: 'filled', participant: 'filled' },
  other: { partner: 'other_choice', participant: 'other_choice' },
  found_work: { partner: 'her_choice', participant: 'over' },
  offer_filled: { partner: 'filled', participant: 'filled' },
  offer_closed: { partner: 'over', participant: 'over' },
  silence: { partner: 'no_answer', participant: 'no_answer' },
  team: { partner: 'over', participant: 'over' },
  transferred: { partner: 'passed_on', participant: 'passed_on' },
} as const satisfies Record<EndReason, Record<'partner' | 'participant', Softened>>;

/** What a company wrote freely reaches the team, and the company that wrote it. Nobody else, ever. */
export const noteReaders = ['facilitator', 'company'] as const satisfies readonly Audience[];

/** The comments of the team on a positioning: theirs alone. */
export const commentReaders = ['facilitator'] as const satisfies readonly Audience[];
