/** Words to small numbers, in the order in which they came. Words are never taken back: a rebuild forgets them. */
export class Dictionary {
  readonly #numbers = new Map<string, number>();
  /** In the order of their numbers. */
  readonly words: string[] = [];
  readonly #byBeginning = new Map<string, string[]>();
  #grouped = 0;

  get size(): number {
    return this.#numbers.size;
  }

  /** The number of a word, given to it now if it is new. A right `guess` is confirmed faster than a word is found. */
  add(word: string, guess = -1): number {
    if (this.words[guess] === word) return guess;
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(word, number);
    this.words.push(word);
    return number;
  }

  /** The words of a beginning of three letters: those of a domain, for codes of occupations. */
  startingWith(beginning: string): readonly string[] {
    if (this.#grouped !== this.size) this.#group();
    return this.#byBeginning.get(beginning) ?? [];
  }

  /** The number of a word, or -1 when nobody in the bank has it. */
  find(word: string): number {
    return this.#numbers.get(word) ?? -1;
  }

  #group(): void {
    this.#byBeginning.clear();
    for (const word of this.words) {
      const beginning = word.slice(0, 3);
      const group = this.#byBeginning.get(beginning);
      if (group) group.push(word);
      else this.#byBeginning.set(beginning, [word]);
    }
    this.#grouped = this.size;
  }
}
