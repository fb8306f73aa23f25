import { folded, grouped } from '@jonction/ui/option';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const some = fc.array(
  fc.record({
    value: fc.string(),
    label: fc.string(),
    group: fc.option(fc.constantFrom('a', 'b', ''), { nil: undefined }),
  }),
);

describe('lines of a list, gathered', () => {
  it('are all there once, in their order within a group', () => {
    fc.assert(
      fc.property(some, (options) => {
        const groups = grouped(options);
        expect(new Set(groups.map(({ name }) => name)).size).toBe(groups.length);
        for (const { name, options: members } of groups) {
          expect(members).toEqual(options.filter(({ group }) => (group ?? '') === name));
        }
        expect(groups.flatMap(({ options: members }) => members)).toHaveLength(options.length);
      }),
    );
  });
});

describe('what is typed, folded', () => {
  it.each([
    ['eve', 'Ève'],
    ['FRANÇOIS', 'francois'],
    ['Nuñez', 'nunez'],
    ['e\u0301lodie', 'Élodie'],
  ])('%s finds %s', (typed, name) => {
    expect(folded(typed)).toBe(folded(name));
  });

  it('changes nothing the second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => folded(folded(text)) === folded(text)));
  });
});
