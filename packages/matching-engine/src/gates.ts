import { fieldOf, type Gate, wishesAt, wishesOf } from './gate.ts';
import { blockSize, pair } from './posting-list.ts';

/** As many questions as a number has bits to spare. */
export const gatesAtOnce = 30;

const bytes = 256;
const levels = 8;
const hours = 64;

/**
 * The gates of up to thirty questions as tables: a bit a question. What an entry says of each condition picks a row of a table, and all
 * the rows put together say at once which questions do not rule it out: seven readings, whatever their number.
 */
export class Gates {
  readonly #accepted = [new Int32Array(bytes), new Int32Array(bytes)] as const;
  readonly #lacking = [new Int32Array(bytes), new Int32Array(bytes)] as const;
  readonly #free = new Int32Array(bytes);
  readonly #french = new Int32Array(levels);
  readonly #least = new Int32Array(hours);
  /** The two in one table: by `wishesOf`. */
  readonly #wishes = new Int32Array(2 * levels * hours);
  readonly #most = new Int32Array(hours);
  readonly #byByte = [...this.#accepted, ...this.#lacking];
  readonly #upTo = [this.#free, this.#french, this.#least, this.#most];
  readonly #tables = [...this.#byByte, ...this.#upTo];
  readonly places = new Int32Array(blockSize);
  readonly questions = new Int32Array(blockSize);
  #firstFree = 0;
  #licences = 0;

  /** At most `gatesAtOnce`. */
  set(gates: readonly Gate[]): void {
    this.#firstFree = 0x1fff;
    this.#licences = 0;
    for (const table of this.#tables) table.fill(0);
    const [few, many] = this.#accepted;
    const [lackingFew, lackingMany] = this.#lacking;
    for (const { limits, licenceBits } of gates) {
      this.#firstFree = Math.min(this.#firstFree, fieldOf(limits, 'freeFrom'));
      this.#licences |= licenceBits >>> 16;
    }
    for (let place = 0; place < gates.length; place++) {
      const gate = gates[place];
      if (gate === undefined) continue;
      const { acceptedBits, licenceBits, limits } = gate;
      markBits(few, acceptedBits & 0xff, 1 << place);
      markBits(many, (acceptedBits >>> 8) & 0xff, 1 << place);
      markBits(lackingFew, (licenceBits >>> 16) & 0xff, 1 << place);
      markBits(lackingMany, licenceBits >>> 24, 1 << place);
      mark(this.#free, fieldOf(limits, 'freeFrom') - this.#firstFree, 1 << place);
      mark(this.#french, fieldOf(limits, 'french'), 1 << place);
      mark(this.#least, fieldOf(limits, 'leastHours'), 1 << place);
      mark(this.#most, fieldOf(limits, 'mostHours'), 1 << place);
    }
    for (const table of this.#byByte) spreadBits(table);
    for (const table of this.#upTo) spreadDown(table);
    for (let hour = 0; hour < hours; hour++) {
      const open = this.#least[hour] ?? 0;
      for (let level = 0; level < levels; level++)
        this.#wishes[wishesAt(level, hour)] = open & (this.#french[level] ?? 0);
    }
  }

  /** The questions, among those of `wanted`, that an entry is not ruled out for: those for which `gateOf` is not below zero. */
  openAt(held: number, demands: number, wanted: number): number {
    oneEntry[pair.held] = held;
    oneEntry[pair.demands] = demands;
    return this.open(oneEntry, 0, 1, wanted) === 0 ? 0 : (this.questions[0] ?? 0);
  }

  /**
   * The same for the entries of a list from one place to another, at most a block: how many are not ruled out for all. They and
   * their questions are left in `places` and `questions`.
   */
  open(pairs: Int32Array, from: number, end: number, wanted: number): number {
    const { places, questions } = this;
    const [few, many] = this.#accepted;
    const [lackingFew, lackingMany] = this.#lacking;
    const [free, wishes, most] = [this.#free, this.#wishes, this.#most];
    const licences = this.#licences;
    const firstFree = this.#firstFree;
    let count = 0;
    for (let place = from; place < end; place++) {
      const held = pairs[pair.width * place + pair.held] ?? 0;
      const demands = pairs[pair.width * place + pair.demands] ?? 0;
      const lacking = ~(held >>> 16) & licences;
      // Later than the last row: as that row says, which may let through too many, never too few.
      const days = Math.min(bytes - 1, Math.max(0, fieldOf(demands, 'freeFrom') - firstFree));
      const open =
        wanted &
        ((few[held & 0xff] ?? 0) | (many[(held >>> 8) & 0xff] ?? 0)) &
        ~((lackingFew[lacking & 0xff] ?? 0) | (lackingMany[lacking >> 8] ?? 0)) &
        (free[days] ?? 0) &
        (wishes[wishesOf(demands)] ?? 0) &
        (most[fieldOf(demands, 'mostHours')] ?? 0);
      places[count] = place;
      questions[count] = open;
      // Noted without a branch: written over by the next one when nothing is open.
      count += (open | -open) >>> 31;
    }
    return count;
  }
}

const oneEntry = new Int32Array(pair.width);

/** The row of the last value that a question accepts; a question that accepts more than there are rows accepts all. */
function mark(table: Int32Array, last: number, question: number): void {
  const row = Math.min(table.length - 1, last);
  table[row] = (table[row] ?? 0) | question;
}

/** A row for each value, with the questions that accept it: those that accept a higher one. */
function spreadDown(table: Int32Array): void {
  for (let value = table.length - 2; value >= 0; value--) table[value] = (table[value] ?? 0) | (table[value + 1] ?? 0);
}

/** The rows of single bits. */
function markBits(table: Int32Array, wanted: number, question: number): void {
  for (let bits = wanted; bits !== 0; bits &= bits - 1) {
    const row = bits & -bits;
    table[row] = (table[row] ?? 0) | question;
  }
}

/** A row for each byte, with the questions that have one of its bits among theirs: each row from two shorter ones. */
function spreadBits(table: Int32Array): void {
  for (let row = 3; row < table.length; row++) {
    const rest = row & (row - 1);
    if (rest !== 0) table[row] = (table[rest] ?? 0) | (table[row - rest] ?? 0);
  }
}
