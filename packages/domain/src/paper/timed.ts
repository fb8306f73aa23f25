import { type PaperKind, paperKindNames, paperKinds } from './categories.ts';

/** Papers that count for months: the only ones whose validity is anybody's to set. */
export type TimedKind = {
  [Kind in PaperKind]: (typeof paperKinds)[Kind] extends { months: number } ? Kind : never;
}[PaperKind];

const isTimed = (kind: PaperKind): kind is TimedKind => typeof paperKinds[kind] === 'object';
export const timedKinds = paperKindNames.filter(isTimed);

/** The months of each kind that counts in months, as they were set or as they are usual. */
export function monthsInForce(set: ReadonlyMap<PaperKind, number>): Record<TimedKind, number> {
  const all = timedKinds.map((kind) => [kind, set.get(kind) ?? usualOf(kind).months]);
  return Object.fromEntries(all);
}

/** The months that hold where nobody set others, and where they come from. */
export function usualOf(kind: TimedKind) {
  return paperKinds[kind];
}
