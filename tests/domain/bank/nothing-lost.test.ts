import { type Find, runAlert } from '@jonction/domain/bank/alert';
import { isCrowded, openCapSetting } from '@jonction/domain/bank/open-cap';
import { poolsOf } from '@jonction/domain/bank/pool';
import { askedBy, readSavedFilters, savedFiltersSchema, saveSearchSchema } from '@jonction/domain/bank/search';
import { addedTo, mostInShortlist } from '@jonction/domain/bank/shortlist';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const names = fc.array(fc.constantFrom(...'abcdefghij'.split('')), { maxLength: 14 });

describe('a list of people', () => {
  it('is the same whether people are added in one go or in two', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(230).map(String), { maxLength: 200 }), names, names, (held, one, two) => {
        const together = addedTo(held, [...one, ...two]);
        const first = addedTo(held, one);
        const second = addedTo([...held, ...first.added], two);
        expect([...first.added, ...second.added]).toEqual(together.added);
      }),
    );
  });

  it.each([
    [197, 3, 0],
    [198, 2, 1],
    [199, 1, 2],
    [200, 0, 3],
    [201, 0, 3],
  ])('of %i takes %i of three more, the first ones, and says of %i that there is no room', (count, taken, refused) => {
    const held = Array.from({ length: count }, (_, index) => `held ${index}`);
    const got = addedTo(held, ['x', 'y', 'held 0', 'z', 'x']);
    expect(got).toEqual({
      added: ['x', 'y', 'z'].slice(0, taken),
      already: ['held 0'],
      over: ['x', 'y', 'z'].slice(3 - refused),
    });
    expect(mostInShortlist).toBe(200);
  });
});

describe('an alert over its mornings', () => {
  /** What the base keeps after a run whose letter left. */
  const kept = (before: readonly Find[], found: readonly string[]): [Find[], string[]] => {
    const { added, toTell } = runAlert(before, found);
    const rows = added.map((participantId) => ({ participantId, known: false, told: false, read: false }));
    const all = [...before, ...rows];
    return [all.map((row) => ({ ...row, told: row.told || toTell.includes(row.participantId) })), toTell];
  };

  it('tells, by hand, of three mornings', () => {
    const known = { participantId: 'a', known: true, told: false, read: false };
    const [one, first] = kept([known], ['b', 'a', 'c']);
    const [two, second] = kept(one, ['c', 'd']);
    const [, third] = kept(two, ['a', 'b', 'c', 'd']);
    expect([first, second, third]).toEqual([['b', 'c'], ['d'], []]);
  });

  it('tells of the same people in all, in whatever order the mornings come', () => {
    fc.assert(
      fc.property(fc.array(names, { maxLength: 5 }), (mornings) => {
        const told = (order: readonly string[][]) => {
          let rows: Find[] = [];
          const all: string[] = [];
          for (const found of order) {
            const [after, letter] = kept(rows, found);
            rows = after;
            all.push(...letter);
          }
          return all.toSorted();
        };
        expect(told(mornings)).toEqual([...new Set(mornings.flat())].toSorted());
        expect(told(mornings.toReversed())).toEqual(told(mornings));
      }),
    );
  });

  it.each([
    [false, false, false, ['a', 'b']],
    [true, false, false, ['b']],
    [false, true, false, ['b']],
    [false, false, true, ['b']],
    [true, true, true, ['b']],
  ])('writes of who is kept with known %s, told %s, read %s as the house says', (known, told, read, toTell) => {
    const before = [{ participantId: 'a', known, told, read }];
    expect(runAlert(before, ['b', 'a'])).toEqual({ added: ['b'], toTell });
  });
});

describe('the pools', () => {
  it('are those that a plain reading of the offers gives, each in its place', () => {
    const demand = fc.record({
      code: fc.constantFrom('F1703', 'G1602', 'K2204', 'N1103', 'N4105'),
      offers: fc.integer({ min: 1, max: 4 }),
      positions: fc.integer({ min: 1, max: 6 }),
    });
    const demands = fc.uniqueArray(demand, { selector: ({ code }) => code });
    const pins = fc.uniqueArray(fc.constantFrom<string>('A1201', 'G1602', 'N4105'));
    fc.assert(
      fc.property(demands, pins, (asked, pinned) => {
        const pools = poolsOf(asked, pinned);
        const expected = new Set([...asked.filter(({ offers }) => offers > 1).map(({ code }) => code), ...pinned]);
        expect(new Set(pools.map(({ code }) => code))).toEqual(expected);
        // A key that sorts as the sentence says: most offers, then most positions, then the code.
        const keys = pools.map(({ code, offers, positions }) => `${9 - offers}${9 - positions}${code}`);
        expect(keys).toEqual(keys.toSorted());
        for (const pool of pools) expect(pool.pinned).toBe(pinned.includes(pool.code));
      }),
    );
  });
});

describe('a search kept', () => {
  const filters = fc.record(
    {
      text: fc.constantFrom('cariste', 'agent de propreté'),
      occupations: fc.uniqueArray(fc.constantFrom('K2204', 'N1103')),
      frenchAtLeast: fc.integer({ min: 0, max: 6 }),
      availableOn: fc.constantFrom('2026-05-04', '2027-01-01'),
      consents: fc.boolean(),
      descending: fc.boolean(),
      mine: fc.boolean(),
    },
    { requiredKeys: [] },
  );

  it('goes through the base and back without losing a filter', () => {
    fc.assert(
      fc.property(filters, (given) => {
        const saved = savedFiltersSchema.parse(given);
        expect(saved).toMatchObject(given);
        expect(readSavedFilters(JSON.parse(JSON.stringify(saved)))).toEqual(saved);
      }),
    );
  });

  it('asks for one person’s people when it is hers, and for everybody’s otherwise', () => {
    fc.assert(
      fc.property(filters, (given) => {
        const asked = askedBy(savedFiltersSchema.parse(given), 'reader');
        expect(asked.ownerId).toBe(given.mine === true ? 'reader' : null);
        expect(Object.keys(asked)).not.toContain('mine');
      }),
    );
  });

  it.each([
    ['a name of 80 letters', { name: 'x'.repeat(80) }, []],
    ['a name of 81 letters', { name: 'x'.repeat(81) }, ['name: bank.name_too_long']],
    ['80 letters between spaces', { name: ` ${'x'.repeat(80)} ` }, []],
    ['a tab for a name', { name: '\t' }, ['name: bank.name_missing']],
  ])('has %s, or is refused on its field', (_, more, said) => {
    const parsed = saveSearchSchema.safeParse({ filters: {}, ...more });
    expect(parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []).toEqual(said);
  });

  it.each([
    [['a'], false],
    [['ab'], true],
    [['x'.repeat(20)], true],
    [['x'.repeat(21)], false],
    [['Nom'], false],
    [Array.from({ length: 20 }, () => 'ab'), true],
    [Array.from({ length: 21 }, () => 'ab'), false],
  ])('keeps the columns %j, or not', (columns, ok) => {
    expect(saveSearchSchema.safeParse({ name: 'Propreté', filters: {}, columns }).success).toBe(ok);
  });
});

describe('the open proposals of a person', () => {
  it('crowd her from the cap on, whatever the cap that a structure may set', () => {
    for (let most = 1; most <= 50; most += 1) {
      const set = openCapSetting.parse({ openProposals: most });
      expect([most - 1, most, most + 1].map((open) => isCrowded(open, set.most))).toEqual([false, true, true]);
    }
  });

  it.each([[0], [51], [2.5], ['3'], [null], [undefined]])('are three at most where the setting is %s', (kept) => {
    expect(openCapSetting.parse({ openProposals: kept })).toEqual({ most: 3 });
  });
});
