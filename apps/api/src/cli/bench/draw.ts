/** Seeded chance (mulberry32): the same draws on every machine. */
export class Draw {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 to 1, 1 excluded. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number below `end`. */
  one(end: number): number {
    return Math.floor(this.next() * end);
  }

  list<Item>(length: number, make: () => Item): Item[] {
    return Array.from({ length }, make);
  }

  /** `count` different items, or all of them. */
  some<Item>(items: readonly Item[], count: number): Item[] {
    const chosen = new Set<Item>();
    while (chosen.size < Math.min(count, items.length)) {
      const item = items[this.one(items.length)];
      if (item !== undefined) chosen.add(item);
    }
    return [...chosen];
  }

  /** An index, by running sums of weights. */
  weighted(sums: Float64Array): number {
    const wanted = this.next() * (sums[sums.length - 1] ?? 0);
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) <= wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
