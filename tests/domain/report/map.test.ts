import {
  type DrawnPlace,
  drawnAt,
  drawnPlaces,
  frameOf,
  type MapCounts,
  type MapPlace,
  peopleOffMap,
  radiusOf,
  sizeOf,
} from '@jonction/domain/report/map';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const place = (code: string, counts: Partial<MapCounts> = {}): MapPlace & MapCounts => ({
  ...{ code, name: `Ville ${code}`, latitude: 48.8, longitude: 2.3 },
  ...{ contracts: 0, companies: 0, partners: 0, people: 0, ...counts },
});
const anyPlaces = fc
  .array(fc.record({ people: fc.nat(12), contracts: fc.nat(2), companies: fc.nat(1), partners: fc.nat(1) }), {
    maxLength: 12,
  })
  .map((counts) => counts.map((one, at) => place(String(at).padStart(3, '0'), one)));
const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);

describe('the places of a map', () => {
  it('show people from five on, and hide another place with one that is small', () => {
    const drawn = drawnPlaces([
      place('a', { people: 40 }),
      place('b', { people: 12 }),
      place('c', { people: 3, contracts: 1 }),
    ]);
    const people = Object.fromEntries(drawn.map(({ code, people }) => [code, people]));
    // Twelve is hidden with three: 55 less 40 tells fifteen of two places, not three of one. Nothing else is there: not drawn.
    expect(people).toEqual({ c: null, a: 40 });
  });

  it('keep what is no person, however few', () => {
    expect(
      drawnPlaces([place('a', { contracts: 1 }), place('b', { companies: 1 }), place('c', { partners: 1 })]),
    ).toHaveLength(3);
    expect(drawnPlaces([place('a')])).toEqual([]);
  });

  it('put those of most contracts first', () => {
    const drawn = drawnPlaces([
      place('b', { contracts: 1 }),
      place('c', { contracts: 4 }),
      place('a', { contracts: 1 }),
    ]);
    expect(drawn.map(({ code }) => code)).toEqual(['c', 'a', 'b']);
  });

  it('never show between one and four people', () => {
    fc.assert(
      fc.property(anyPlaces, (places) => {
        for (const { people } of drawnPlaces(places)) expect(people === null || people === 0 || people >= 5).toBe(true);
      }),
    );
  });

  it('never let a subtraction from all the people tell fewer than five', () => {
    fc.assert(
      fc.property(anyPlaces, (places) => {
        const all = sum(places.map(({ people }) => people));
        const off = all - sum(drawnPlaces(places).map(({ people }) => people ?? 0));
        expect(off === 0 || off >= 5 || all < 5).toBe(true);
      }),
    );
  });

  it('lose no contract, company or partner', () => {
    fc.assert(
      fc.property(anyPlaces, (places) => {
        const drawn = drawnPlaces(places);
        for (const kind of ['contracts', 'companies', 'partners'] as const)
          expect(sum(drawn.map((one) => one[kind]))).toBe(sum(places.map((one) => one[kind])));
      }),
    );
  });

  it('say nothing of a place with fewer than five people off the map', () => {
    const drawn: DrawnPlace[] = [{ ...place('a'), people: 20 }];
    expect([20, 21, 24, 25, 60].map((all) => peopleOffMap(all, drawn))).toEqual([0, null, null, 5, 40]);
  });
});

describe('the frame of a map', () => {
  const point = fc.record({
    latitude: fc.double({ min: 41.3, max: 51.1, noNaN: true }),
    longitude: fc.double({ min: -5.1, max: 9.6, noNaN: true }),
  });

  it('is none without a point, and holds what is around one', () => {
    expect(frameOf([])).toBeNull();
    const frame = frameOf([{ latitude: 48.8, longitude: 2.3 }]);
    expect(frame?.south).toBeCloseTo(48.76, 5);
    expect(frame?.east).toBeCloseTo(2.34, 5);
  });

  it('holds every point, drawn within the picture', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 20 }), (points) => {
        const frame = frameOf(points);
        if (!frame) throw new Error('a frame is expected');
        const size = sizeOf(frame, 900);
        for (const one of points) {
          const { x, y } = drawnAt(frame, size, one);
          expect(x >= 0 && x <= size.width && y >= 0 && y <= size.height).toBe(true);
        }
      }),
    );
  });

  it('puts the north above and the east on the right', () => {
    const [paris, lille, strasbourg] = [
      { latitude: 48.86, longitude: 2.34 },
      { latitude: 50.63, longitude: 3.05 },
      { latitude: 48.57, longitude: 7.77 },
    ];
    const frame = frameOf([paris, lille, strasbourg]);
    if (!frame) throw new Error('a frame is expected');
    const size = sizeOf(frame, 900);
    expect(drawnAt(frame, size, lille).y).toBeLessThan(drawnAt(frame, size, paris).y);
    expect(drawnAt(frame, size, strasbourg).x).toBeGreaterThan(drawnAt(frame, size, paris).x);
  });

  it('keeps the same scale both ways: a kilometre is as long to the north as to the east', () => {
    const here = { latitude: 48.8, longitude: 2.3 };
    const frame = { south: 48.5, north: 49.1, west: 1.9, east: 2.7 };
    const size = sizeOf(frame, 900);
    const kilometre = 1 / 111.32;
    const from = drawnAt(frame, size, here);
    const north = drawnAt(frame, size, { ...here, latitude: here.latitude + 20 * kilometre });
    const east = drawnAt(frame, size, {
      ...here,
      longitude: here.longitude + (20 * kilometre) / Math.cos((48.8 * Math.PI) / 180),
    });
    expect(Math.abs(from.y - north.y - (east.x - from.x))).toBeLessThan(1);
  });

  it('is never a ribbon: between half and three quarters of its width', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 8 }), (points) => {
        const frame = frameOf(points);
        if (!frame) throw new Error('a frame is expected');
        const { width, height } = sizeOf(frame, 900);
        expect(height).toBeGreaterThanOrEqual(width / 2);
        expect(height).toBeLessThanOrEqual(width * 0.75);
      }),
    );
  });
});

describe('a disc', () => {
  const bounds = { least: 5, largest: 20 };

  it.each([
    [0, 10, 0],
    [10, 10, 20],
    [1, 10_000, 5],
    [25, 100, 10],
    [3, 0, 0],
  ])('of %i, where the most is %i, has a radius of %i', (count, most, radius) => {
    expect(radiusOf(count, most, bounds)).toBe(radius);
  });

  it('is never smaller for more', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        expect(radiusOf(less, 500, bounds)).toBeLessThanOrEqual(radiusOf(more, 500, bounds));
      }),
    );
  });
});
