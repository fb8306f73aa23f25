/** Words to small numbers, in the order in which they came. Words are never taken back: a rebuild forgets them. */
export class Dictionary {
  readonly #numbers = new Map<string, number>();

  get size(): number {
    return this.#numbers.size;
  }

  /** The number of a word, given to it now if it is new. */
  add(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(word, number);
    return number;
  }

  /** The words in the order of their numbers. */
  words(): Iterable<string> {
    return this.#numbers.keys();
  }

  /** The number of a word, or -1 when nobody in the bank has it. */
  find(word: string): number {
    return this.#numbers.get(word) ?? -1;
  }
}
