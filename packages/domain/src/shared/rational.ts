/**
 * Exact arithmetic for hours and money: no floating point decides anything.
 * All functions take integers (`bigint`, or `number` where products stay below 2^53).
 */

/** Floor of n / d for a positive d, also when n is negative. */
export function floorDivide(n: bigint, d: bigint): bigint {
  const quotient = n / d;
  return n % d < 0n ? quotient - 1n : quotient;
}

/** n / d rounded half up (towards +infinity on a tie), for a positive d. */
export function roundHalfUp(n: bigint, d: bigint): bigint {
  return floorDivide(2n * n + d, 2n * d);
}

/** A bigint back to a number, refusing silently lossy values: beyond 2^53 it is a bug, not a rounding. */
export function toSafeNumber(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} does not fit a safe integer`);
  return number;
}

/**
 * Floor of n / d for integers n >= 0 and d > 0 below 2^53. The quotient as a floating number never reaches the next integer: it is at
 * least 1/d below it, and rounds by less than n/d x 2^-53, which is below 1/d.
 */
export function floorRatio(n: number, d: number): number {
  return Math.floor(n / d);
}
