import { canonical, differenceBetween, type Json } from '@jonction/api/cli/case-difference';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const json = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)) as Json);

describe('the difference between two answers', () => {
  it('is none between an answer and itself, whatever the order of its keys', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(differenceBetween(value, structuredClone(value))).toBeNull();
        expect(differenceBetween(value, reversedKeys(value))).toBeNull();
      }),
    );
  });

  it('is found from both sides, or from none', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        expect(differenceBetween(a, b) === null).toBe(differenceBetween(b, a) === null);
      }),
    );
  });

  it('is found whenever the canonical texts differ, when no list is a set', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        fc.pre(!/portions|excluded/.test(canonical(a) + canonical(b)));
        expect(differenceBetween(a, b) === null).toBe(canonical(a) === canonical(b));
      }),
    );
  });

  it.each<{ expected: Json; actual: Json; says: string | null }>([
    { expected: 1, actual: 1, says: null },
    { expected: 1, actual: 2, says: 'answer: expected 1, got 2' },
    { expected: { a: { b: [1, { c: 2 }] } }, actual: { a: { b: [1, { c: 3 }] } }, says: 'a.b[1].c: expected 2, got 3' },
    { expected: { a: null }, actual: {}, says: 'a: expected null, got nothing' },
    { expected: {}, actual: { a: null }, says: 'a: not expected, got null' },
    { expected: [], actual: {}, says: 'answer: expected [], got {}' },
    { expected: { a: [] }, actual: { a: null }, says: 'a: expected [], got null' },
    { expected: { a: 'é' }, actual: { a: 'e\u0301' }, says: 'a: expected "é", got "e\u0301"' },
    { expected: { portions: [1, 2] }, actual: { portions: [2, 1] }, says: null },
    { expected: { warnings: [1, 2] }, actual: { warnings: [2, 1] }, says: 'warnings[0]: expected 1, got 2' },
    { expected: { portions: [1, 1] }, actual: { portions: [1] }, says: 'portions: missing 1; not expected nothing' },
    { expected: { portions: [1] }, actual: { portions: [1, 1] }, says: 'portions: missing nothing; not expected 1' },
    {
      expected: { excluded: [{ id: 'a', reason: 'x' }] },
      actual: { excluded: [{ reason: 'x', id: 'a' }] },
      says: null,
    },
  ])('$expected and $actual: $says', ({ expected, actual, says }) => {
    expect(differenceBetween(expected, actual)).toBe(says);
  });
});

describe('the canonical text', () => {
  it('sorts keys at every depth and keeps the order of lists', () => {
    expect(canonical({ b: 1, a: [{ d: 1, c: null }, 'x'] })).toBe('{"a":[{"c":null,"d":1},"x"],"b":1}');
  });

  it('is JSON of the same value', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonical(value))).toEqual(value);
      }),
    );
  });
});

function reversedKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(reversedKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversedKeys(inner)]),
  );
}
