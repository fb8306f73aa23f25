import { correctionsKnown, valueAsKnown } from '@jonction/domain/contract/as-known';
import type { CorrectedField } from '@jonction/domain/contract/correct';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const trace = (
  recordedOn: string,
  before: string | null,
  field: CorrectedField = 'notified_on',
  lotId: string | null = null,
) => ({
  ...{ lotId, field, before, recordedOn },
});
// Latest first, as they are read.
const twice = [trace('2026-03-20', '2026-01-12'), trace('2026-03-10', '2026-01-05')];

describe('a fact as it was known on a day', () => {
  it.each([
    ['2026-03-01', '2026-01-05'],
    ['2026-03-09', '2026-01-05'],
    ['2026-03-10', '2026-01-12'],
    ['2026-03-19', '2026-01-12'],
    ['2026-03-20', '2026-01-15'],
    ['2026-12-31', '2026-01-15'],
  ])('on %s is %s: a correction is known from its day, and not before', (knownOn, known) => {
    expect(valueAsKnown({ now: '2026-01-15', field: 'notified_on' }, twice, knownOn)).toBe(known);
  });

  it('is what it is where nothing was corrected', () => {
    expect(valueAsKnown({ now: 'Nettoyage', field: 'object' }, twice, '2026-01-01')).toBe('Nettoyage');
    expect(valueAsKnown({ now: null, field: 'cpv' }, [], '2026-01-01')).toBeNull();
  });

  it('keeps a lot apart from its contract and from the others', () => {
    const lots = [
      trace('2026-03-20', 'A', 'object', 'l1'),
      trace('2026-03-20', 'B', 'object', 'l2'),
      trace('2026-03-20', 'C', 'object'),
    ];
    const at = (lotId: string | null) => valueAsKnown({ now: 'X', field: 'object', lotId }, lots, '2026-03-01');
    expect([at('l1'), at('l2'), at(null), at('l3')]).toEqual(['A', 'B', 'C', 'X']);
  });

  it('may have been unknown', () => {
    expect(
      valueAsKnown<string | null>({ now: '45000000', field: 'cpv' }, [trace('2026-03-20', null, 'cpv')], '2026-03-01'),
    ).toBeNull();
  });

  it('never comes from a correction of a day that was not there yet', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 8 }),
        fc.integer({ min: -5, max: 65 }),
        (days, asked) => {
          // The value after each correction is the day of it: what was known is the last one recorded by then.
          const sorted = days.toSorted((a, b) => a - b);
          const corrections = sorted
            .map((day, index) =>
              trace(addDays('2026-01-01', day), index === 0 ? 'first' : addDays('2026-01-01', sorted[index - 1] ?? 0)),
            )
            .reverse();
          const now = sorted.length === 0 ? 'first' : addDays('2026-01-01', sorted.at(-1) ?? 0);
          const knownOn = addDays('2026-01-01', asked);
          const last = sorted.filter((day) => day <= asked).at(-1);
          expect(valueAsKnown({ now, field: 'notified_on' }, corrections, knownOn)).toBe(
            last === undefined ? 'first' : addDays('2026-01-01', last),
          );
          expect(correctionsKnown(corrections, knownOn)).toHaveLength(sorted.filter((day) => day <= asked).length);
        },
      ),
    );
  });
});

describe('the corrections known on a day', () => {
  it('leave out those recorded later', () => {
    expect(correctionsKnown(twice, '2026-03-10')).toEqual([twice[1]]);
    expect(correctionsKnown(twice, '2026-03-09')).toEqual([]);
    expect(correctionsKnown(twice, '2026-03-20')).toEqual(twice);
  });
});
