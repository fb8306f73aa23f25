import { unknown, unknownDay } from './columns.ts';

/**
 * What somebody wants before she takes an offer, as four numbers that the offer must reach, side by side in 32 bits: the first day she is
 * free, the French she lacks for the highest level, the least hours a week, and the hours between her most and 63. After each
 * number a bit stays free, so that one subtraction compares all four (Lamport, "Multiple byte processing with full-word
 * instructions", 1975). What is unknown is at its most favourable, and so is what is beyond its bits.
 */
const fields = {
  freeFrom: { shift: 0, most: 0x1fff },
  french: { shift: 14, most: 7 },
  leastHours: { shift: 18, most: 63 },
  mostHours: { shift: 25, most: 63 },
} as const;

const guards = (1 << 13) | (1 << 17) | (1 << 24) | (1 << 31);

interface Demands {
  /** From the first day that a list knows on: see `firstDayFor`. */
  freeFrom: number;
  french: number;
  hoursMin: number;
  hoursMax: number;
}

/** The day 0 of those lists that are made today: eleven years are told apart on either side. */
export function firstDayFor(today: number): number {
  return today - 4095;
}

/** What an entry asks for, from the columns of its person. */
export function demandsOf({ freeFrom, french, hoursMin, hoursMax }: Demands, firstDay: number): number {
  return packed(
    freeFrom === unknownDay ? 0 : freeFrom - firstDay,
    french === unknown ? 0 : fields.french.most - french,
    hoursMin,
    fields.mostHours.most - hoursMax,
  );
}

/** What an offer gives: nobody who asks for more can be ranked. `freeFrom`: the last day on which one may be free. */
export function limitsOf({ freeFrom, french, hoursMin, hoursMax }: Demands, firstDay: number): number {
  return packed(freeFrom - firstDay, fields.french.most - french, hoursMax, fields.mostHours.most - hoursMin) | guards;
}

function packed(freeFrom: number, french: number, leastHours: number, mostHours: number): number {
  return (
    within(fields.freeFrom.most, freeFrom) |
    (within(fields.french.most, french) << fields.french.shift) |
    (within(fields.leastHours.most, leastHours) << fields.leastHours.shift) |
    (within(fields.mostHours.most, mostHours) << fields.mostHours.shift)
  );
}

function within(most: number, value: number): number {
  return Math.min(most, Math.max(0, value));
}

/** One of the four numbers, of demands or of limits. */
export function fieldOf(bits: number, name: keyof typeof fields): number {
  return (bits >>> fields[name].shift) & fields[name].most;
}

/** French and least hours of demands, as they lie side by side, in one number below 1,024. */
export function wishesOf(demands: number): number {
  return (demands >>> fields.french.shift) & 0x3ff;
}

export function wishesAt(french: number, leastHours: number): number {
  return french | (leastHours << (fields.leastHours.shift - fields.french.shift));
}

/** What an entry must pass before anything is computed of it. */
export interface Gate {
  /** Among the low 16 bits. */
  acceptedBits: number;
  /** Among the high 16 bits. */
  licenceBits: number;
  /** From `limitsOf`. */
  limits: number;
}

/**
 * Below zero when an entry is ruled out for certain: no accepted category, a licence lacking, free too late, too little French, hours that
 * do not meet. Each condition is a number below zero where it fails, and they are put together without a branch: no guess of the
 * processor goes wrong in between. `held`: categories below, licences above. The rest: those of a `Gate`, as numbers so that a loop
 * keeps them at hand.
 */
export function gateOf(
  held: number,
  demands: number,
  acceptedBits: number,
  licenceBits: number,
  limits: number,
): number {
  return ((held & acceptedBits) - 1) | -((~held & licenceBits) >>> 16) | -((~(limits - demands) & guards) >>> 1);
}

/** The bit of a keyed category among the 16 of an entry. */
export function categoryBit(category: number): number {
  return 1 << (category & 15);
}

/** The bit of a licence among the 16 of an entry. */
export function licenceBit(licence: number): number {
  return 1 << (licence & 15);
}
