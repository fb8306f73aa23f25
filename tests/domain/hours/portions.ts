/** Portions compare as a set: in an order of their own, whatever the order in which they came. */
export function asSet(portions: readonly unknown[]): unknown[] {
  return portions
    .map((portion) => JSON.stringify(Object.entries(portion as object).sort(([a], [b]) => (a < b ? -1 : 1))))
    .sort()
    .map((text) => Object.fromEntries(JSON.parse(text)));
}
