import type { Columns } from './columns.ts';

/**
 * The Earth as points of a sphere, counted in whole steps from a corner of the bank: three small numbers a person. The
 * straight line between two points is never longer than the great circle, so what it says too far is too far.
 */
const earthRadiusMetres = 6_371_008.8;
const steps = 0xfffe;
const smallestStepMetres = 20;

/** A radius in steps that excludes nobody: her place or her radius is unknown, or off the grid. */
export const anyDistance = 0xffff;

/** Where such a person is put: no point of the grid is further from it than that radius. */
export const middleOfGrid: Point = { x: 0x7fff, y: 0x7fff, z: 0x7fff };

export interface Grid {
  x: number;
  y: number;
  z: number;
  metres: number;
}

export interface Point {
  x: number;
  y: number;
  z: number;
}

/** The finest grid that holds everybody in the bank and leaves room around. */
export function gridOf({ rows, count }: Columns): Grid {
  const low = { x: Number.POSITIVE_INFINITY, y: Number.POSITIVE_INFINITY, z: Number.POSITIVE_INFINITY };
  const high = { x: Number.NEGATIVE_INFINITY, y: Number.NEGATIVE_INFINITY, z: Number.NEGATIVE_INFINITY };
  for (let row = 0; row < count; row++) {
    const point = pointOf(rows.lat(row), rows.lon(row));
    if (Number.isNaN(point.x)) continue;
    for (const axis of ['x', 'y', 'z'] as const) {
      low[axis] = Math.min(low[axis], point[axis]);
      high[axis] = Math.max(high[axis], point[axis]);
    }
  }
  if (low.x > high.x) return { x: 0, y: 0, z: 0, metres: smallestStepMetres };
  const extent = Math.max(high.x - low.x, high.y - low.y, high.z - low.z);
  // A little room on every side: most of those who move in later have a place.
  const metres = Math.max(smallestStepMetres, (1.1 * extent) / steps);
  const margin = (steps * metres - extent) / 2;
  return { x: low.x - margin, y: low.y - margin, z: low.z - margin, metres };
}

/** Metres from the centre of the Earth; NaN where a coordinate is unknown. */
export function pointOf(lat: number, lon: number): Point {
  const phi = (lat * Math.PI) / 180;
  const lambda = (lon * Math.PI) / 180;
  const across = earthRadiusMetres * Math.cos(phi);
  return { x: across * Math.cos(lambda), y: across * Math.sin(lambda), z: earthRadiusMetres * Math.sin(phi) };
}

/** A point in steps of the grid, with its fraction. */
export function onGrid(grid: Grid, { x, y, z }: Point): Point {
  return { x: (x - grid.x) / grid.metres, y: (y - grid.y) / grid.metres, z: (z - grid.z) / grid.metres };
}

/** Whether a point lies on the grid, so that its whole steps fit 16 bits. */
export function isOnGrid({ x, y, z }: Point): boolean {
  return x >= 0 && y >= 0 && z >= 0 && x <= steps && y <= steps && z <= steps;
}

/** A radius in steps, rounded up so that it never excludes wrongly. */
export function radiusInSteps(grid: Grid, radiusMetres: number): number {
  return Math.min(anyDistance, Math.ceil((radiusMetres + 1) / grid.metres));
}

/** The rows of a bank from place to place: neighbours come one after the other. */
export function inOrderOfPlaces({ rows, count }: Columns): Int32Array {
  const keys = new Float64Array(count);
  // Place first, row second, in one number below 2^53.
  for (let row = 0; row < count; row++) keys[row] = placeKey(rows.lat(row), rows.lon(row)) * rowsPerKey + row;
  return Int32Array.from(keys.sort(), (key) => key % rowsPerKey);
}

/** More rows than a process could hold. */
const rowsPerKey = 2 ** 21;

/** Near places have near keys, most of the time: 16 bits of latitude and of longitude, interleaved (Morton, 1966). */
function placeKey(lat: number, lon: number): number {
  if (Number.isNaN(lat) || Number.isNaN(lon)) return 0xffffffff;
  const across = Math.floor(((lon + 180) / 360) * 0xffff);
  const up = Math.floor(((lat + 90) / 180) * 0xffff);
  return (spread(across) | (spread(up) << 1)) >>> 0;
}

function spread(value: number): number {
  let bits = value & 0xffff;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}
