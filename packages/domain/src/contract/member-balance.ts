/** Hours that one member took over from another, once both signed: the seller does them, the purchaser pays. */
export interface Move {
  sellerId: string;
  purchaserId: string;
  centihours: number;
}

/** What a member owes and did. In hundredths of an hour. */
export interface MemberFacts {
  organisationId: string;
  /** Its part of the obligation. */
  dueCentihours: number;
  /** Validated, of people it employs. */
  doneCentihours: number;
}

export interface MemberBalance extends MemberFacts {
  soldCentihours: number;
  boughtCentihours: number;
  /** Its part, with what it took over and without what others took over from it. Below zero where its part shrank since. */
  effectiveCentihours: number;
  /** Done hours that still are its own: what it may sell. Below zero where hours it sold were refused since. */
  heldCentihours: number;
  /** Still to do, never below nought. */
  leftCentihours: number;
}

/**
 * A member's balance. A transfer moves duty, never hours: what the seller takes over is what the purchaser no more owes, so that
 * over a group transfers come to nought and what is owed stays the obligation. Usage of the field (members pay those who hire).
 */
export function balanceOf(member: MemberFacts, moves: readonly Move[]): MemberBalance {
  const { organisationId: id, dueCentihours, doneCentihours } = member;
  let soldCentihours = 0;
  let boughtCentihours = 0;
  for (const { sellerId, purchaserId, centihours } of moves) {
    if (sellerId === id) soldCentihours += centihours;
    if (purchaserId === id) boughtCentihours += centihours;
  }
  const effectiveCentihours = dueCentihours + soldCentihours - boughtCentihours;
  return {
    ...member,
    soldCentihours,
    boughtCentihours,
    effectiveCentihours,
    heldCentihours: doneCentihours + boughtCentihours - soldCentihours,
    leftCentihours: Math.max(0, effectiveCentihours - doneCentihours),
  };
}
