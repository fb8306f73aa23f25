import type { Day } from '../shared/day.ts';
import type { CorrectedField, CorrectedValue } from './correct.ts';

interface Trace {
  lotId: string | null;
  field: CorrectedField;
  before: CorrectedValue;
  recordedOn: Day;
}

/**
 * The value of a fact of a contract, or of one of its lots, as it was known on a day: the value before the first correction
 * recorded later; `now` where nothing was corrected since. `corrections` latest first. Rule of the house: a correction is known
 * from the day it was recorded, and not before.
 */
export function valueAsKnown<Value extends CorrectedValue>(
  { now, field, lotId = null }: { now: Value; field: CorrectedField; lotId?: string | null },
  corrections: readonly Trace[],
  knownOn: Day,
): Value {
  const later = corrections.findLast((one) => one.field === field && one.lotId === lotId && one.recordedOn > knownOn);
  return later ? (later.before as Value) : now;
}

/** Corrections recorded by a day. */
export function correctionsKnown<Correction extends Trace>(
  corrections: readonly Correction[],
  knownOn: Day,
): Correction[] {
  return corrections.filter(({ recordedOn }) => recordedOn <= knownOn);
}
