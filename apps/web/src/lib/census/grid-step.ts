/** Where a key leads in a grid: from a row, by pages of so many, in a list of so many. Null: the key leads nowhere. */
export function gridStep(key: string, at: { row: number; page: number; total: number }): number | null {
  const last = at.total - 1;
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at.row + 1,
    ArrowUp: at.row - 1,
    PageDown: at.row + at.page,
    PageUp: at.row - at.page,
    Home: 0,
    End: last,
  };
  const to = steps[key];
  return to === undefined ? null : Math.max(0, Math.min(to, last));
}
