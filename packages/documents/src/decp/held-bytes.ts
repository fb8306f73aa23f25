/** Bytes gathered from chunk to chunk until a record is whole, up to a limit. */
export class HeldBytes {
  readonly #maxBytes: number;
  #parts: Buffer[] = [];
  #size = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** False when that is too much; everything held is then let go. */
  add(part: Buffer): boolean {
    this.#size += part.byteLength;
    if (part.byteLength > 0) this.#parts.push(part);
    if (this.#size <= this.#maxBytes) return true;
    this.take();
    return false;
  }

  /** All of it, and holds nothing more. */
  take(): Buffer {
    const [first, ...others] = this.#parts;
    this.#parts = [];
    this.#size = 0;
    return first && others.length === 0 ? first : Buffer.concat(first ? [first, ...others] : []);
  }
}
