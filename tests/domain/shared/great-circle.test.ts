import { greatCircleMetres } from '@jonction/domain/shared/great-circle';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** The same arc by the chord between two points of the sphere: another formula, for comparison. */
function byChord(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const rad = Math.PI / 180;
  const point = (lat: number, lon: number) => [
    Math.cos(lat * rad) * Math.cos(lon * rad),
    Math.cos(lat * rad) * Math.sin(lon * rad),
    Math.sin(lat * rad),
  ];
  const [a, b] = [point(lat1, lon1), point(lat2, lon2)];
  const chord = Math.hypot(...a.map((value, axis) => value - (b[axis] ?? 0)));
  return 2 * 6_371_008.8 * Math.asin(Math.min(1, chord / 2));
}

const lat = fc.double({ min: -90, max: 90, noNaN: true });
const lon = fc.double({ min: -180, max: 180, noNaN: true });

describe('the great circle between two points', () => {
  it.each([
    { title: 'a point and itself', from: [48.83, 2.36], to: [48.83, 2.36], metres: 0 },
    { title: 'a degree of latitude', from: [48, 2], to: [49, 2], metres: 111_195 },
    { title: 'a degree of longitude at the equator', from: [0, 0], to: [0, 1], metres: 111_195 },
    { title: 'a degree of longitude at 60° north', from: [60, 0], to: [60, 1], metres: 55_597 },
    { title: 'a quarter of the Earth', from: [0, 0], to: [90, 0], metres: 10_007_557 },
    { title: 'the antipodes', from: [0, 0], to: [0, 180], metres: 20_015_114 },
    { title: 'the two poles', from: [90, 12], to: [-90, 77], metres: 20_015_114 },
    { title: 'across the date line', from: [0, 179.5], to: [0, -179.5], metres: 111_195 },
    { title: 'two addresses of Paris', from: [48.86, 2.35], to: [48.83, 2.36], metres: 3415 },
  ])('$title: $metres m', ({ from: [a = 0, b = 0], to: [c = 0, d = 0], metres }) => {
    expect(greatCircleMetres(a, b, c, d)).toBe(metres);
  });

  it('rounds half a metre up and less down', () => {
    const metresNorth = (metres: number) => greatCircleMetres(0, 0, (metres / 6_371_008.8) * (180 / Math.PI), 0);
    expect(metresNorth(0.49)).toBe(0);
    expect(metresNorth(0.51)).toBe(1);
    expect(metresNorth(1234.49)).toBe(1234);
    expect(metresNorth(1234.51)).toBe(1235);
  });

  it('is a whole number, the same both ways, and that of another formula to a metre', () => {
    fc.assert(
      fc.property(lat, lon, lat, lon, (a, b, c, d) => {
        const metres = greatCircleMetres(a, b, c, d);
        expect(Number.isInteger(metres)).toBe(true);
        expect(metres).toBe(greatCircleMetres(c, d, a, b));
        expect(metres).toBeGreaterThanOrEqual(0);
        expect(metres).toBeLessThanOrEqual(20_015_114);
        // Near the antipodes both formulas lose digits.
        if (metres < 19_000_000) expect(Math.abs(metres - byChord(a, b, c, d))).toBeLessThan(1);
      }),
      { numRuns: 1000 },
    );
  });
});
