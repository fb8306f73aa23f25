import type { Best } from './best.ts';
import { type ByClass, endOfClass } from './by-class.ts';
import type { Columns } from './columns.ts';
import { judge, nothingFound, scoreRow } from './judge.ts';
import type { Question } from './question.ts';

const fetchedAtOnce = 16;

/** Entries that may be among the best, with a score that each cannot pass: judged best first, until none can reach the k-th found. */
export class Candidates {
  readonly #columns: Columns;
  readonly #found = nothingFound();
  readonly #byClass: ByClass;
  #tops: Int32Array;
  #rows: Int32Array;
  #codes: Int16Array;
  #count = 0;
  /** Nobody reads it: it keeps the compiler from leaving out what is read for nothing else. */
  touched = 0;

  /** Many at once may share what puts them in order, and begin with little room. */
  constructor(columns: Columns, { byClass, room }: { byClass: ByClass; room: number }) {
    this.#columns = columns;
    this.#byClass = byClass;
    this.#tops = new Int32Array(room);
    this.#rows = new Int32Array(room);
    this.#codes = new Int16Array(room);
  }

  add(top: number, row: number, code: number): void {
    if (this.#count === this.#tops.length) this.#grow();
    this.#tops[this.#count] = top;
    this.#rows[this.#count] = row;
    this.#codes[this.#count] = code;
    this.#count += 1;
  }

  /** Judges those gathered so far, and forgets them; returns how many were looked at. */
  settle(question: Question, best: Best): number {
    const order = this.#byClass.sort(this.#tops, this.#count);
    let judged = 0;
    let fetched = 0;
    for (let place = 0; place < this.#count; place++) {
      const at = order[place] ?? 0;
      const top = this.#tops[at] ?? 0;
      // Within a class they are in no order, so the whole class must be below.
      if (endOfClass(top) <= best.threshold) break;
      if (top < best.threshold) continue;
      if (place >= fetched) fetched = this.#fetch(order, place);
      judged += 1;
      const row = this.#rows[at] ?? 0;
      const found = this.#found;
      // The exact rule. A person is judged in the list of her nearest occupation only.
      if (judge(this.#columns, row, question, found) !== null || found.code !== this.#codes[at]) continue;
      best.offer(row, scoreRow(this.#columns, row, question, found));
    }
    this.#count = 0;
    return judged;
  }

  /**
   * Asks the memory for the next few at once: who is judged was mostly not looked at for a while, and one wait after the other would be
   * most of the time. Returns the place after the last.
   */
  #fetch(order: Int32Array, from: number): number {
    const end = Math.min(this.#count, from + fetchedAtOnce);
    const { rows, occupations, skills, categories } = this.#columns;
    let touched = 0;
    for (let place = from; place < end; place++) touched += rows.facts(this.#rows[order[place] ?? 0] ?? 0);
    for (let place = from; place < end; place++) {
      const row = this.#rows[order[place] ?? 0] ?? 0;
      touched +=
        categories.at(categories.start(row)) + occupations.at(occupations.start(row)) + skills.at(skills.start(row));
    }
    this.touched = touched;
    return end;
  }

  #grow(): void {
    const size = 2 * this.#tops.length;
    const [tops, rows, codes] = [new Int32Array(size), new Int32Array(size), new Int16Array(size)];
    tops.set(this.#tops);
    rows.set(this.#rows);
    codes.set(this.#codes);
    this.#tops = tops;
    this.#rows = rows;
    this.#codes = codes;
  }
}
