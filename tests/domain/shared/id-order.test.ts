import { compareIds } from '@jonction/domain/shared/id-order';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const text = fc.string({ unit: 'binary' });

function byCodePoints(a: string, b: string): number {
  const left = Array.from(a, (character) => character.codePointAt(0) ?? 0);
  const right = Array.from(b, (character) => character.codePointAt(0) ?? 0);
  const place = left.findIndex((point, index) => point !== right[index]);
  if (place === -1) return Math.sign(left.length - right.length);
  return place >= right.length ? 1 : Math.sign((left[place] ?? 0) - (right[place] ?? 0));
}

describe('ids in order', () => {
  test.each([
    ['a', 'b'],
    ['K10', 'K9'],
    ['Z', 'a'],
    ['a', 'aa'],
    ['', 'a'],
    ['e', 'é'],
    ['\uff5e', '\u{1f600}'],
    ['\ue000', '\u{10000}'],
    ['\u{1f600}', '\u{1f601}'],
  ])('%j comes before %j', (first, second) => {
    expect(compareIds(first, second)).toBeLessThan(0);
    expect(compareIds(second, first)).toBeGreaterThan(0);
  });

  test('are those of their code points, whatever the text', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareIds(a, b))).toBe(byCodePoints(a, b));
      }),
      { numRuns: 1000 },
    );
  });

  test('are equal only when they are the same', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(compareIds(a, a)).toBe(0);
        expect(compareIds(a, b) === 0).toBe(a === b);
      }),
    );
  });
});
