/** The rows of a hand-written statement, whose columns the writer names. Drizzle knows them as records only. */
export function rowsOf<Row>(result: Iterable<Record<string, unknown>>): Row[] {
  return [...result] as Row[];
}
