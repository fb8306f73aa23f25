import { toSafeNumber } from '../shared/rational.ts';

/**
 * A whole divided by weights: largest remainder, ties to the first listed, so that the shares always add up to the whole. A weight
 * below zero weighs nothing; where nothing weighs, the whole goes to the one listed at `otherwise`. `whole` is an integer from nought.
 */
export function allot(whole: number, weights: readonly number[], otherwise = 0): number[] {
  const counted = weights.map((weight) => BigInt(Math.max(weight, 0)));
  const sum = counted.reduce((all, weight) => all + weight, 0n);
  if (sum === 0n) return weights.map((_, index) => (index === otherwise ? whole : 0));
  const shares = counted.map((weight, index) => {
    const product = BigInt(whole) * weight;
    return { index, share: product / sum, remainder: product % sum };
  });
  let left = BigInt(whole) - shares.reduce((all, { share }) => all + share, 0n);
  for (const one of [...shares].sort((a, b) => compare(b.remainder, a.remainder) || a.index - b.index)) {
    if (left <= 0n) break;
    one.share += 1n;
    left -= 1n;
  }
  return shares.map(({ share }) => toSafeNumber(share));
}

/** Remainders may be larger than a number holds. */
function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
