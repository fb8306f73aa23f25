import { Gates, gatesAtOnce } from '@jonction/matching-engine/gates';
import { type Entry, gateAt, gateOf, PostingList, wishesOf } from '@jonction/matching-engine/posting-list';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const bits = fc.nat({ max: 0xffff });
const day = fc.oneof(fc.integer({ min: 20_400, max: 20_700 }), fc.integer({ min: -0x8000, max: 0x7fff }));
const entryOf = fc.record({
  row: fc.nat({ max: 2_000_000 }),
  months: bits,
  x: bits,
  y: bits,
  z: bits,
  radius: bits,
  freshness: fc.nat({ max: 1000 }),
  waiting: fc.nat({ max: 1000 }),
  categories: bits,
  skills: fc.nat({ max: 0xffffffff }),
  moreSkills: bits,
  licences: bits,
  freeFrom: day,
  wishes: fc
    .tuple(fc.integer({ min: -1, max: 6 }), fc.nat({ max: 80 }), fc.nat({ max: 90 }))
    .map(([french, min, max]) => wishesOf(french, min, max)),
}) satisfies fc.Arbitrary<Entry>;
const gates = fc
  .record({
    acceptedBits: bits,
    licenceBits: fc.oneof(fc.constant(0), bits),
    freeBy: day,
    french: fc.nat({ max: 6 }),
    hoursMin: fc.nat({ max: 70 }),
    hoursMax: fc.oneof(fc.nat({ max: 70 }), fc.constant(0x7fff)),
  })
  .map(gateOf);

describe('a gate', () => {
  it('lets through whoever meets every condition, and nobody else', () => {
    fc.assert(
      fc.property(entryOf, gates, (one, gate) => {
        const list = new PostingList(1);
        list.append(one);
        const [french, least, most] = [one.wishes & 7, (one.wishes >> 3) & 63, (one.wishes >> 9) & 63];
        const meets =
          (one.categories & gate.acceptedBits) !== 0 &&
          one.freeFrom + 0x8000 <= gate.freeBy &&
          (one.licences & gate.licenceBits) === gate.licenceBits &&
          french >= gate.french &&
          least <= gate.hoursMax &&
          most >= gate.hoursMin;
        expect(gateAt(list.words, 0, gate) >= 0).toBe(meets);
      }),
      { numRuns: 3000 },
    );
  });

  it('says the same with twenty-nine others, but for days beyond the tables, where it may let through and never refuse', () => {
    fc.assert(
      fc.property(
        fc.array(entryOf, { minLength: 1, maxLength: 8 }),
        fc.array(gates, { minLength: 1, maxLength: gatesAtOnce }),
        fc.nat({ max: 0x3fffffff }),
        (entries, asked, wanted) => {
          const list = new PostingList(1);
          for (const one of entries) list.append(one);
          const together = new Gates();
          together.set(asked);
          const firstFree = Math.min(...asked.map(({ freeBy }) => freeBy));
          for (const [at, one] of entries.entries()) {
            const open = together.openAt(list.words, 16 * at, wanted);
            const isBeyond = one.freeFrom + 0x8000 - firstFree >= 255;
            for (const [bit, gate] of asked.entries()) {
              const alone = gateAt(list.words, 16 * at, gate) >= 0 && ((wanted >> bit) & 1) === 1;
              const along = ((open >> bit) & 1) === 1;
              if (isBeyond) expect(along || !alone).toBe(true);
              else expect(along).toBe(alone);
            }
            expect(open >> asked.length).toBe(0);
          }
        },
      ),
      { numRuns: 600 },
    );
  });
});
