import { fieldOf, type Gate } from './gate.ts';

/** As many questions as a number has bits to spare. */
export const gatesAtOnce = 30;

const bytes = 256;
const levels = 8;
const hours = 64;

/**
 * The gates of up to thirty questions as tables: a bit a question. What an entry says of each condition picks a row of a table, and all
 * the rows put together say at once which questions do not rule it out: nine readings, whatever their number.
 */
export class Gates {
  readonly #accepted = [new Int32Array(bytes), new Int32Array(bytes)] as const;
  readonly #lacking = [new Int32Array(bytes), new Int32Array(bytes)] as const;
  readonly #free = new Int32Array(bytes);
  readonly #french = new Int32Array(levels);
  readonly #least = new Int32Array(hours);
  readonly #most = new Int32Array(hours);
  #firstFree = 0;
  #licences = 0;

  /** At most `gatesAtOnce`. */
  set(gates: readonly Gate[]): void {
    this.#firstFree = gates.reduce((least, { limits }) => Math.min(least, fieldOf(limits, 'freeFrom')), 0x1fff);
    this.#licences = gates.reduce((bits, { licenceBits }) => bits | (licenceBits >>> 16), 0);
    for (const [half, table] of this.#accepted.entries())
      fillAny(table, gates, (gate) => gate.acceptedBits >> (8 * half));
    for (const [half, table] of this.#lacking.entries())
      fillAny(table, gates, (gate) => gate.licenceBits >>> (16 + 8 * half));
    fillUpTo(this.#free, gates, ({ limits }) => fieldOf(limits, 'freeFrom') - this.#firstFree);
    fillUpTo(this.#french, gates, ({ limits }) => fieldOf(limits, 'french'));
    fillUpTo(this.#least, gates, ({ limits }) => fieldOf(limits, 'leastHours'));
    fillUpTo(this.#most, gates, ({ limits }) => fieldOf(limits, 'mostHours'));
  }

  /** The questions, among those of `wanted`, that an entry is not ruled out for: those for which `gateOf` is not below zero. */
  openAt(held: number, demands: number, wanted: number): number {
    const lacking = ~(held >>> 16) & this.#licences;
    // Later than the last row: as that row says, which may let through too many, never too few.
    const days = Math.min(bytes - 1, Math.max(0, fieldOf(demands, 'freeFrom') - this.#firstFree));
    return (
      wanted &
      ((this.#accepted[0][held & 0xff] ?? 0) | (this.#accepted[1][(held >>> 8) & 0xff] ?? 0)) &
      ~((this.#lacking[0][lacking & 0xff] ?? 0) | (this.#lacking[1][lacking >> 8] ?? 0)) &
      (this.#free[days] ?? 0) &
      (this.#french[fieldOf(demands, 'french')] ?? 0) &
      (this.#least[fieldOf(demands, 'leastHours')] ?? 0) &
      (this.#most[fieldOf(demands, 'mostHours')] ?? 0)
    );
  }
}

/** A row for each value, with the bits of the questions that accept it and every lower one, up to theirs. */
function fillUpTo(table: Int32Array, gates: readonly Gate[], lastOf: (gate: Gate) => number): void {
  table.fill(0);
  for (const [bit, gate] of gates.entries()) mark(table, Math.min(table.length - 1, lastOf(gate)), bit);
  for (let value = table.length - 2; value >= 0; value--) table[value] = (table[value] ?? 0) | (table[value + 1] ?? 0);
}

function mark(table: Int32Array, value: number, bit: number): void {
  if (value >= 0 && value < table.length) table[value] = (table[value] ?? 0) | (1 << bit);
}

/** A row for each byte, with the bits of the questions that have one of its bits among theirs: each row from the one a bit shorter. */
function fillAny(table: Int32Array, gates: readonly Gate[], bitsOf: (gate: Gate) => number): void {
  table[0] = 0;
  for (let bit = 0; bit < 8; bit++) {
    let mask = 0;
    for (const [place, gate] of gates.entries()) if (((bitsOf(gate) >> bit) & 1) !== 0) mask |= 1 << place;
    for (let row = 0; row < 1 << bit; row++) table[row | (1 << bit)] = (table[row] ?? 0) | mask;
  }
}
