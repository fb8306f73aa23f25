import { addDays, addMonths, type Day, later } from '@jonction/domain/shared/day';
import type { Holder, Modification } from './record.ts';
import type { ContractLot } from './stored.ts';

/** What a lot is worth, lasts and who holds it, at some point of its amendments. */
export interface LotState {
  amountCents: number | null;
  durationMonths: number | null;
  holders: Holder[];
  /** Last day: notification + duration, that day not included (31 Mar + 1 month ends on 29 Apr). */
  endsOn: Day | null;
}

export interface Amendment {
  modification: Modification;
  /** Day of effect, never before the notification; null where no date at all is published. */
  on: Day | null;
  before: LotState;
  after: LotState;
}

// Amendments of a price list alone are published with an amount of 0 or 1 €: not the new amount.
const noAmountCents = 100;

/**
 * The amendments of a lot one after the other, in the order of their days. A published amendment gives the new total amount
 * and the new total duration (arrêté of 22 December 2022 on essential data), not what is added.
 */
export function amendmentsOf(lot: ContractLot): { first: LotState; amendments: Amendment[]; last: LotState } {
  const { record } = lot;
  const from = startOf(lot);
  const first: LotState = {
    amountCents: record.amountCents,
    durationMonths: record.durationMonths,
    holders: lot.holders,
    endsOn: endOf(from, record.durationMonths),
  };
  let state = first;
  const amendments = record.modifications.map((modification) => {
    const before = state;
    const { amountCents, durationMonths, holders } = modification;
    const months = durationMonths ?? before.durationMonths;
    state = {
      amountCents: amountCents !== null && amountCents > noAmountCents ? amountCents : before.amountCents,
      durationMonths: months,
      holders: holders ?? before.holders,
      endsOn: endOf(from, months),
    };
    const on = modification.on ?? modification.publishedOn ?? record.publishedOn;
    return { modification, on: on !== null && from !== null ? later(on, from) : on, before, after: state };
  });
  return { first, amendments, last: state };
}

/** The day from which the duration runs: notification, else the published start of a concession. */
export function startOf({ record }: ContractLot): Day | null {
  return record.notifiedOn ?? record.startsOn;
}

function endOf(from: Day | null, months: number | null): Day | null {
  return from === null || months === null ? null : addDays(addMonths(from, months), -1);
}
