import { unknown, unknownDay } from '@jonction/matching-engine/columns';
import { demandsOf, fieldOf, firstDayFor, type Gate, gateOf, limitsOf } from '@jonction/matching-engine/gate';
import { Gates, gatesAtOnce } from '@jonction/matching-engine/gates';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const firstDay = firstDayFor(20_577);
const bits = fc.nat({ max: 0xffff });
const near = fc.integer({ min: 20_400, max: 20_700 });
const anyDay = fc.integer({ min: -0x7fff, max: 0x7fff });
const person = fc.record({
  categories: bits,
  licences: bits,
  freeFrom: fc.oneof(near, anyDay, fc.constant(unknownDay)),
  french: fc.integer({ min: unknown, max: 9 }),
  hoursMin: fc.nat({ max: 80 }),
  hoursMax: fc.oneof(fc.nat({ max: 90 }), fc.constant(0x7fff)),
});
const offer = fc.record({
  accepted: bits,
  asked: fc.oneof(fc.constant(0), bits),
  freeFrom: fc.oneof(near, anyDay),
  french: fc.nat({ max: 9 }),
  hoursMin: fc.nat({ max: 70 }),
  hoursMax: fc.oneof(fc.nat({ max: 70 }), fc.constant(0x7fff)),
});
type Someone = typeof person extends fc.Arbitrary<infer One> ? One : never;
type Offer = typeof offer extends fc.Arbitrary<infer One> ? One : never;

const heldBy = ({ categories, licences }: Someone) => categories | (licences << 16);
const gateFor = (asked: Offer): Gate => ({
  acceptedBits: asked.accepted,
  licenceBits: asked.asked << 16,
  limits: limitsOf(asked, firstDay),
});
const through = (one: Someone, { acceptedBits, licenceBits, limits }: Gate) =>
  gateOf(heldBy(one), demandsOf(one, firstDay), acceptedBits, licenceBits, limits) >= 0;
const passes = (one: Someone, asked: Offer) => through(one, gateFor(asked));

/** The rule itself, on the numbers before they are packed. */
function meets(one: Someone, asked: Offer): boolean {
  return (
    (one.categories & asked.accepted) !== 0 &&
    (one.licences & asked.asked) === asked.asked &&
    (one.freeFrom === unknownDay || one.freeFrom <= asked.freeFrom) &&
    (one.french === unknown || one.french >= asked.french) &&
    one.hoursMin <= asked.hoursMax &&
    asked.hoursMin <= one.hoursMax
  );
}

/** Whether every number is within its bits, where a gate tells all apart. */
const isWithin = ({ freeFrom, french, hoursMin, hoursMax }: Someone | Offer) =>
  (freeFrom === unknownDay || (freeFrom >= firstDay && freeFrom <= firstDay + 0x1fff)) &&
  french <= 7 &&
  hoursMin <= 63 &&
  hoursMax <= 63;

describe('a gate', () => {
  it('refuses nobody who meets every condition, however far their numbers are', () => {
    fc.assert(
      fc.property(person, offer, (one, asked) => !meets(one, asked) || passes(one, asked)),
      { numRuns: 5000 },
    );
  });

  it('lets through nobody else within eleven years, seven levels and sixty-three hours', () => {
    const within = <One extends Someone | Offer>(all: fc.Arbitrary<One>) => all.filter(isWithin);
    fc.assert(
      fc.property(within(person), within(offer), (one, asked) => passes(one, asked) === meets(one, asked)),
      { numRuns: 5000 },
    );
  });

  it('compares each number for itself: one that is short says nothing of its neighbours', () => {
    const wanted = { freeFrom: 20_600, french: 3, hoursMin: 20, hoursMax: 35 };
    const asked = { accepted: 1, asked: 0, freeFrom: 20_600, french: 3, hoursMin: 35, hoursMax: 20 };
    const one = { categories: 1, licences: 0, ...wanted };
    expect(passes(one, asked)).toBe(true);
    expect(passes({ ...one, freeFrom: 20_601 }, asked)).toBe(false);
    expect(passes({ ...one, french: 2 }, asked)).toBe(false);
    expect(passes({ ...one, hoursMin: 21 }, asked)).toBe(false);
    expect(passes({ ...one, hoursMax: 34 }, asked)).toBe(false);
    expect(passes({ ...one, categories: 2 }, asked)).toBe(false);
    expect(passes(one, { ...asked, asked: 0x8000 })).toBe(false);
    expect(passes({ ...one, licences: 0x8000 }, { ...asked, asked: 0x8000 })).toBe(true);
  });

  it('says the same with twenty-nine others, but for days beyond the tables, where it may let through and never refuse', () => {
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 1, maxLength: 8 }),
        fc.array(offer, { minLength: 1, maxLength: gatesAtOnce }),
        fc.nat({ max: 0x3fffffff }),
        (people, offers, wanted) => {
          const asked = offers.map(gateFor);
          const together = new Gates();
          together.set(asked);
          const firstFree = Math.min(...asked.map(({ limits }) => fieldOf(limits, 'freeFrom')));
          for (const one of people) {
            const demands = demandsOf(one, firstDay);
            const open = together.openAt(heldBy(one), demands, wanted);
            const isBeyond = fieldOf(demands, 'freeFrom') - firstFree >= 255;
            for (const [bit, gate] of asked.entries()) {
              const alone = through(one, gate) && ((wanted >> bit) & 1) === 1;
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
