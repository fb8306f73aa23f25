import type { Day } from '../shared/day.ts';

/** An amendment that open data publishes, for the contract as a whole. */
export interface PublishedAmendment {
  /** What it says, and nothing of the file that said it: the same amendment has the same key for ever. */
  key: string;
  /** Day of effect; null: published without one. */
  on: Day | null;
  object: string | null;
  /** Each with what was published before it; null: the amendment leaves it alone, or says nothing of it. */
  endsOn: { before: Day | null; after: Day } | null;
  months: { before: number | null; after: number } | null;
  amountCents: { before: number | null; after: number } | null;
  holders: { before: readonly string[]; after: readonly string[] } | null;
}

/** What the team knows of its contract. */
export interface AmendedContract {
  endsOn: Day | null;
  amountCents: number | null;
}

/**
 * The amendments to propose, in the order of their days: those that nobody decided and that tell the contract something. What it
 * says already (somebody recorded the amendment by hand) is not asked again, nor what came before it. Rule of the house; an
 * amendment gives the new total and the new duration, not what is added (arrêté of 22 December 2022 on essential data).
 */
export function amendmentsToPropose(
  amendments: readonly PublishedAmendment[],
  contract: AmendedContract,
  decided: ReadonlySet<string>,
): PublishedAmendment[] {
  const knownEnd = amendments.findLastIndex(({ endsOn }) => endsOn !== null && endsOn.after === contract.endsOn);
  const knownAmount = amendments.findLastIndex(({ amountCents }) => amountCents?.after === contract.amountCents);
  return amendments.filter(({ key, endsOn, amountCents, holders }, at) => {
    if (decided.has(key)) return false;
    const lengthens = endsOn !== null && at > knownEnd && !isKnown(endsOn, contract.endsOn);
    return lengthens || (amountCents !== null && at > knownAmount) || holders !== null;
  });
}

/** An end that is lengthened up to a day that the contract passes already. */
function isKnown({ before, after }: { before: Day | null; after: Day }, endsOn: Day | null): boolean {
  return endsOn !== null && after <= endsOn && (before === null || before <= after);
}

/** What accepting an amendment writes on the contract: a new end, a new amount, or null where it says so already. */
export function amendmentEffect(
  { endsOn, amountCents }: PublishedAmendment,
  contract: AmendedContract,
): { endsOn: Day | null; amountCents: number | null } {
  return {
    endsOn: endsOn === null || endsOn.after === contract.endsOn ? null : endsOn.after,
    amountCents: amountCents === null || amountCents.after === contract.amountCents ? null : amountCents.after,
  };
}
