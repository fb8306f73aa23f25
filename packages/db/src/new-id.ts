import { randomFillSync } from 'node:crypto';

const idBytes = 16;
/** Chance is drawn for many ids at once: asking for it costs more than making one. */
const drawn = Buffer.alloc(256 * idBytes);
let next = drawn.length;
let last = 0;

/**
 * A UUIDv7 (RFC 9562): ids made later sort later, like those the base makes with `uuidv7()`, so that "the latest first" is
 * the order of the key. Two ids of one process in the same millisecond keep their order too.
 */
export function newId(): string {
  last = Math.max(Date.now() * 4096, last + 1);
  if (next === drawn.length) {
    randomFillSync(drawn);
    next = 0;
  }
  const bytes = drawn.subarray(next, next + idBytes);
  next += idBytes;
  const milliseconds = Math.floor(last / 4096);
  bytes.writeUIntBE(milliseconds, 0, 6);
  bytes.writeUInt16BE(0x7000 | (last % 4096), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
