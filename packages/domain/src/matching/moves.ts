import type { Criterion } from './criterion.ts';
import { criteria, type Weights } from './criterion.ts';

/** Where somebody stands with two sets of weights, 1 the first; null beyond what was asked for. */
export interface Move {
  id: string;
  before: number | null;
  after: number | null;
}

/**
 * Who moves when the same question is ranked with other weights: everybody of either list, in the order of the second, then those
 * who leave it. Weights exclude nobody: whoever leaves the list is only further down.
 */
export function movesBetween(before: readonly string[], after: readonly string[]): Move[] {
  const places = new Map(before.map((id, index) => [id, index + 1]));
  const there = new Set(after);
  return [
    ...after.map((id, index) => ({ id, before: places.get(id) ?? null, after: index + 1 })),
    ...before.filter((id) => !there.has(id)).map((id) => ({ id, before: places.get(id) ?? null, after: null })),
  ];
}

/**
 * Weights that add up to 1000, from six numbers that may not: shares of their sum, largest remainders first, ties to the first
 * criterion. All of them 0: nothing is said, null.
 */
export function weightsFrom(given: Readonly<Record<Criterion, number>>): Weights | null {
  const sum = criteria.reduce((total, criterion) => total + given[criterion], 0);
  if (sum <= 0) return null;
  const weights: Weights = { ...given };
  let left = 1000;
  for (const criterion of criteria) {
    weights[criterion] = Math.floor((1000 * given[criterion]) / sum);
    left -= weights[criterion];
  }
  const remainder = (criterion: Criterion) => (1000 * given[criterion]) % sum;
  const order = criteria.toSorted((a, b) => remainder(b) - remainder(a));
  for (const criterion of order.slice(0, left)) weights[criterion] += 1;
  return weights;
}
