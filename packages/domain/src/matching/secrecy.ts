/** A cell of fewer people than this is not published (statistical secrecy as INSEE and DARES apply it to people: 5). */
export const leastPublished = 5;

/** One column of a table by groups: its cells, null where hidden, and their sum, null where it is hidden too. */
export interface Published {
  cells: (number | null)[];
  total: number | null;
}

const sumOf = (counts: readonly number[], among: Iterable<number>) =>
  [...among].reduce((sum, at) => sum + (counts[at] ?? 0), 0);

/**
 * Hides every count below `leastPublished` (0 included), then, while the hidden ones could be told from the total, the smallest of
 * those left: at least two are hidden together, their sum, which anybody may work out, is itself worth publishing, and it is not
 * the most that as many small counts could make, which would tell them all. A total below the least is hidden too.
 */
export function hideSmall(counts: readonly number[]): Published {
  return publish(counts, complete(counts, new Set()));
}

/** What is hidden already, the small ones, and as many more as keep them. */
function complete(counts: readonly number[], already: ReadonlySet<number>): Set<number> {
  const places = [...counts.keys()];
  const hidden = new Set(places.filter((at) => already.has(at) || (counts[at] ?? 0) < leastPublished));
  const isSafe = () => {
    const sum = sumOf(counts, hidden);
    return (
      hidden.size === 0 || (hidden.size > 1 && sum >= leastPublished && sum !== (leastPublished - 1) * hidden.size)
    );
  };
  while (!isSafe() && hidden.size < counts.length) {
    const least = Math.min(...counts.filter((_, at) => !hidden.has(at)));
    // All that are as small: which of two equals was hidden would tell.
    for (const at of places) if (counts[at] === least) hidden.add(at);
  }
  return hidden;
}

function publish(counts: readonly number[], hidden: ReadonlySet<number>): Published {
  const total = sumOf(counts, counts.keys());
  return {
    cells: counts.map((count, at) => (hidden.has(at) ? null : count)),
    total: total < leastPublished ? null : total,
  };
}

/**
 * Columns whose cells hold each other, the widest first: people, those proposed among them, those met, those hired. Each hides its
 * small cells; then, since nobody is hired without having been met, one column narrows what another hides: while a hidden cell can
 * be told to fewer than six values by whoever reads the whole table, the smallest cell beside it, in its row or its column, is hidden
 * as well, and at the end the total. `columns[stage][group]`.
 */
export function hideAcross(columns: readonly (readonly number[])[]): Published[] {
  let hidden = columns.map((counts) => complete(counts, new Set()));
  const silent = new Set<number>();
  for (;;) {
    const published = columns.map((counts, stage) => {
      const column = publish(counts, hidden[stage] ?? new Set());
      return silent.has(stage) ? { ...column, total: null } : column;
    });
    const told = findTold(published);
    if (told.length === 0) return published;
    const beside = columns.flatMap((counts, stage) =>
      counts.flatMap((count, at) => {
        const isBeside = told.some((cell) => stage === cell.stage || at === cell.at);
        return isBeside && !hidden[stage]?.has(at) ? [{ stage, at, count }] : [];
      }),
    );
    const least = Math.min(...beside.map(({ count }) => count));
    if (beside.length === 0) for (const cell of told) silent.add(cell.stage);
    for (const cell of beside) if (cell.count === least) hidden[cell.stage]?.add(cell.at);
    hidden = columns.map((counts, stage) => complete(counts, hidden[stage] ?? new Set()));
  }
}

/** What the whole table tells of each cell: between which values it stands. Columns without a total tell nothing of their hidden cells. */
export function rangesOf(published: readonly Published[]): { low: number; high: number }[][] {
  const ranges = published.map(({ cells, total }) =>
    cells.map((cell) =>
      cell === null ? { low: 0, high: total ?? Number.POSITIVE_INFINITY } : { low: cell, high: cell },
    ),
  );
  let moved = true;
  const narrow = (range: { low: number; high: number } | undefined, low: number, high: number) => {
    if (!range || (low <= range.low && high >= range.high)) return;
    range.low = Math.max(range.low, low);
    range.high = Math.min(range.high, high);
    moved = true;
  };
  while (moved) {
    moved = false;
    for (const [stage, column] of ranges.entries()) {
      const total = published[stage]?.total ?? null;
      for (const [at, range] of column.entries()) {
        narrow(ranges[stage + 1]?.[at], 0, range.high);
        narrow(ranges[stage - 1]?.[at], range.low, Number.POSITIVE_INFINITY);
        if (total === null) continue;
        const others = column.filter((_, other) => other !== at);
        const [least, most] = [others.reduce((s, { low }) => s + low, 0), others.reduce((s, { high }) => s + high, 0)];
        narrow(range, total - most, total - least);
      }
    }
  }
  return ranges;
}

/** Every hidden cell that the table narrows too much: all at once, so that the order of the groups tells nothing. */
function findTold(published: readonly Published[]): { stage: number; at: number }[] {
  const ranges = rangesOf(published);
  return published.flatMap(({ cells, total }, stage) =>
    cells.flatMap((cell, at) => {
      const range = ranges[stage]?.[at];
      const isTold = cell === null && total !== null && range && range.high - range.low < leastPublished;
      return isTold ? [{ stage, at }] : [];
    }),
  );
}
