/** Points of score a class holds: 2^11. */
const classShift = 11;
const classes = (1_000_000 >> classShift) + 1;

/** The least score that a class of higher ones than `score` could hold: what is of its class or below stays under it. */
export function endOfClass(score: number): number {
  return ((score >> classShift) + 1) << classShift;
}

/**
 * Numbers from 0 to 1,000,000 put in order, highest first, by classes: within one they are in no order. A counting sort, which costs as
 * much as reading them twice.
 */
export class ByClass {
  readonly #starts = new Int32Array(classes + 1);
  order = new Int32Array(1024);

  /** Fills `order` with the places of the first `count` scores. */
  sort(scores: Int32Array, count: number): Int32Array {
    if (count > this.order.length) this.order = new Int32Array(2 * count);
    const { order } = this;
    const starts = this.#starts.fill(0);
    for (let at = 0; at < count; at++) {
      const place = classes - ((scores[at] ?? 0) >> classShift);
      starts[place] = (starts[place] ?? 0) + 1;
    }
    for (let place = 1; place <= classes; place++) starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0);
    for (let at = count - 1; at >= 0; at--) {
      const place = classes - ((scores[at] ?? 0) >> classShift);
      const position = (starts[place] ?? 0) - 1;
      starts[place] = position;
      order[position] = at;
    }
    return order;
  }
}
