/**
 * The k best rows seen so far, worst on top: a binary heap over two arrays. `beats(a, b, today)` settles equal scores.
 */
export class Best {
  readonly size: number;
  readonly #beats: (a: number, b: number, today: number) => boolean;
  readonly #rows: Int32Array;
  readonly #scores: Int32Array;
  #count = 0;
  #today: number;

  constructor(size: number, today: number, beats: (a: number, b: number, today: number) => boolean) {
    this.size = size;
    this.#today = today;
    this.#beats = beats;
    this.#rows = new Int32Array(size);
    this.#scores = new Int32Array(size);
  }

  /** Forgets all, for another question. */
  begin(today: number): void {
    this.#count = 0;
    this.#today = today;
  }

  /** What a row must reach to matter: a bound below it is not worth a look; equal may still win the tie. */
  get threshold(): number {
    return this.#count < this.size ? 0 : (this.#scores[0] ?? 0);
  }

  offer(row: number, score: number): void {
    if (this.#count < this.size) {
      this.#rise(this.#count, row, score);
      this.#count += 1;
    } else if (this.size > 0 && this.#isWorse(this.#rows[0] ?? 0, this.#scores[0] ?? 0, row, score)) {
      this.#sink(row, score);
    }
  }

  /** Best first. */
  sorted(): { row: number; score: number }[] {
    const found = Array.from({ length: this.#count }, (_, index) => ({
      row: this.#rows[index] ?? 0,
      score: this.#scores[index] ?? 0,
    }));
    return found.sort((a, b) => (this.#isWorse(a.row, a.score, b.row, b.score) ? 1 : -1));
  }

  #isWorse(row: number, score: number, otherRow: number, otherScore: number): boolean {
    return score !== otherScore ? score < otherScore : this.#beats(otherRow, row, this.#today);
  }

  #rise(from: number, row: number, score: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#isWorse(row, score, this.#rows[parent] ?? 0, this.#scores[parent] ?? 0)) break;
      this.#put(at, parent);
      at = parent;
    }
    this.#rows[at] = row;
    this.#scores[at] = score;
  }

  #sink(row: number, score: number): void {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.#count) break;
      const right = child + 1;
      if (right < this.#count && this.#isChildWorse(right, child)) child = right;
      if (!this.#isWorse(this.#rows[child] ?? 0, this.#scores[child] ?? 0, row, score)) break;
      this.#put(at, child);
      at = child;
    }
    this.#rows[at] = row;
    this.#scores[at] = score;
  }

  #isChildWorse(a: number, b: number): boolean {
    return this.#isWorse(this.#rows[a] ?? 0, this.#scores[a] ?? 0, this.#rows[b] ?? 0, this.#scores[b] ?? 0);
  }

  #put(at: number, from: number): void {
    this.#rows[at] = this.#rows[from] ?? 0;
    this.#scores[at] = this.#scores[from] ?? 0;
  }
}
