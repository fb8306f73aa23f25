/**
 * Why a lot has no clause. The first four are the tests that a team makes before it writes one (field: at least two months, amount
 * enough for a fixed cost, low or middling technicity, people available near); a lot may be reserved instead, or its buyer decline.
 */
export const absenceReasons = [
  'too_short',
  'too_small',
  'too_technical',
  'nobody_near',
  'reserved',
  'buyer_declined',
  'other',
] as const;
export type AbsenceReason = (typeof absenceReasons)[number];
