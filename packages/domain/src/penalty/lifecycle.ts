import { accepted, type Decision, refused } from '../shared/decision.ts';

/**
 * A penalty from proposal to decision: `draft`, the team's own; `submitted`, before the buyer; `decided` by a person of the buyer;
 * `withdrawn` by the team. The software proposes, a person decides (rule of the house; CCAG: the buyer applies penalties).
 */
export const penaltyStates = ['draft', 'submitted', 'decided', 'withdrawn'] as const;
export type PenaltyState = (typeof penaltyStates)[number];

export const penaltyActs = ['propose', 'submit', 'decide', 'withdraw'] as const;
export type PenaltyAct = (typeof penaltyActs)[number];

export const penaltyActors = ['team', 'buyer'] as const;
export type PenaltyActor = (typeof penaltyActors)[number];

interface Move {
  from: readonly PenaltyState[];
  to: PenaltyState;
  by: readonly PenaltyActor[];
}

/** The team may type a decision of the buyer's, with its source. */
const moves: Record<Exclude<PenaltyAct, 'propose'>, Move> = {
  submit: { from: ['draft'], to: 'submitted', by: ['team'] },
  decide: { from: ['submitted'], to: 'decided', by: ['buyer', 'team'] },
  withdraw: { from: ['draft', 'submitted'], to: 'withdrawn', by: ['team'] },
};

export function allowedPenaltyActs(state: PenaltyState, actor: PenaltyActor): PenaltyAct[] {
  return (Object.keys(moves) as (keyof typeof moves)[]).filter(
    (act) => moves[act].from.includes(state) && moves[act].by.includes(actor),
  );
}

/** Where an act leads; refused where the state or the actor does not allow it. */
export function movePenalty(
  state: PenaltyState,
  act: keyof typeof moves,
  actor: PenaltyActor,
): Decision<PenaltyState, 'penalty.act_not_allowed'> {
  return allowedPenaltyActs(state, actor).includes(act)
    ? accepted(moves[act].to)
    : refused('penalty.act_not_allowed', { state });
}
