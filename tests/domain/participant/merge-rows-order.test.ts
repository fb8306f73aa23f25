import {
  type ConfirmedCv,
  changedCvs,
  type HeldMonths,
  lengthenedOccupations,
  type ProvenWindow,
  positioningsBeside,
  widenedWindows,
} from '@jonction/domain/participant/merge-rows';
import { type PositioningStatus, positioningStatuses } from '@jonction/domain/positioning/lifecycle';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** From the least to the most that an employer saw of her. */
const furthestLast: readonly PositioningStatus[] = [
  'proposed',
  'withdrawn',
  'closed',
  'refused',
  'sent',
  'seen',
  'interview',
  'meeting_set',
  'hired',
];
const pairs = furthestLast.flatMap((kept, at) => furthestLast.map((gone, other) => ({ kept, gone, at, other })));

describe('two positionings on one offer', () => {
  it('ranks every status that a positioning has', () => {
    expect(furthestLast.toSorted()).toEqual(positioningStatuses.toSorted());
  });

  it.each(pairs)('kept $kept and gone $gone: the further keeps the offer', ({ kept, gone, at, other }) => {
    const beside = positioningsBeside(
      [{ id: 'k', offerId: 'o', status: kept }],
      [{ id: 'g', offerId: 'o', status: gone }],
    );
    expect(beside).toEqual([other > at ? 'k' : 'g']);
  });

  it('are read offer by offer, in the order of the record that goes', () => {
    const kept = [
      { id: 'k1', offerId: 'o1', status: 'sent' },
      { id: 'k2', offerId: 'o2', status: 'hired' },
      { id: 'k3', offerId: null, status: 'hired' },
      { id: 'k4', offerId: 'o4', status: 'proposed' },
    ];
    const gone = [
      { id: 'g2', offerId: 'o2', status: 'seen' },
      { id: 'g1', offerId: 'o1', status: 'interview' },
      { id: 'g3', offerId: null, status: 'sent' },
      { id: 'g5', offerId: 'o5', status: 'sent' },
    ];
    expect(positioningsBeside(kept, gone)).toEqual(['g2', 'k1']);
    expect(positioningsBeside(kept, [])).toEqual([]);
    expect(positioningsBeside([], gone)).toEqual([]);
  });
});

const cv = (id: string, romeCode: string | null, confirmedOn: string | null, current = false): ConfirmedCv => ({
  id,
  romeCode,
  confirmedOn,
  current,
});

describe('two banks of CVs', () => {
  it.each<[string, ConfirmedCv[], ConfirmedCv[], 'kept' | 'gone', { id: string; replaced: boolean }[]]>([
    ['nothing on either side', [], [], 'kept', []],
    ['one current CV comes alone', [], [cv('g', 'K2204', null, true)], 'kept', []],
    [
      'two current ones for two occupations: the side chosen stays current, the other is kept beside',
      [cv('k', 'K2204', '2026-01-01', true)],
      [cv('g', 'F1703', '2026-03-01', true)],
      'kept',
      [{ id: 'g', replaced: false }],
    ],
    [
      'the same, chosen the other way',
      [cv('k', 'K2204', '2026-01-01', true)],
      [cv('g', 'F1703', '2026-03-01', true)],
      'gone',
      [{ id: 'k', replaced: false }],
    ],
    [
      'one occupation: the current one of the side chosen outlives one confirmed later',
      [cv('k', 'K2204', '2020-01-01', true)],
      [cv('g', 'K2204', '2026-03-01', true)],
      'kept',
      [{ id: 'g', replaced: true }],
    ],
    [
      'one occupation, chosen the other way',
      [cv('k', 'K2204', '2026-03-01', true)],
      [cv('g', 'K2204', null, true)],
      'gone',
      [{ id: 'k', replaced: true }],
    ],
    [
      'a current CV of the side not chosen is current where the side chosen has none',
      [cv('k', 'K2204', '2026-03-01')],
      [cv('g', 'K2204', null, true)],
      'kept',
      [{ id: 'k', replaced: true }],
    ],
    [
      'confirmed outlives never confirmed',
      [cv('k', 'K2204', null)],
      [cv('g', 'K2204', '2019-01-01')],
      'kept',
      [{ id: 'k', replaced: true }],
    ],
    [
      'neither confirmed: that of the record kept, whichever side has the current CV',
      [cv('k', 'K2204', null)],
      [cv('g', 'K2204', null), cv('h', 'F1703', null, true)],
      'gone',
      [{ id: 'g', replaced: true }],
    ],
    [
      'CVs of no occupation are one occupation',
      [cv('k', null, '2026-01-01')],
      [cv('g', null, '2026-01-02')],
      'kept',
      [{ id: 'k', replaced: true }],
    ],
  ])('%s', (_, kept, gone, side, changed) => {
    expect(changedCvs(kept, gone, side)).toEqual(changed);
  });

  it('changes nothing more once what it said is done', () => {
    const bank = (prefix: string) =>
      fc
        .tuple(fc.uniqueArray(fc.constantFrom('K2204', 'F1703', 'N1103', null)), fc.nat(4), fc.boolean())
        .map(([codes, current, confirmed]) =>
          codes.map((code, at) => cv(`${prefix}${at}`, code, confirmed ? '2026-01-01' : null, at === current)),
        );
    fc.assert(
      fc.property(bank('k'), bank('g'), fc.constantFrom('kept' as const, 'gone' as const), (kept, gone, side) => {
        const changed = new Map(changedCvs(kept, gone, side).map(({ id, replaced }) => [id, replaced]));
        const left = [...kept, ...gone]
          .filter(({ id }) => changed.get(id) !== true)
          .map((one) => (changed.has(one.id) ? { ...one, current: false } : one));
        expect(changedCvs(left, [], side)).toEqual([]);
        expect(left).toHaveLength(new Set([...kept, ...gone].map(({ romeCode }) => romeCode)).size);
      }),
    );
  });
});

describe('what both records prove', () => {
  const starts = ['2026-01-01', '2026-02-01'];
  const windows: fc.Arbitrary<ProvenWindow[]> = fc.uniqueArray(
    fc.record({
      code: fc.constantFrom('brsa', 'deld', 'rqth'),
      provenFrom: fc.constantFrom(...starts),
      provenTo: fc.option(fc.constantFrom('2026-06-30', '2026-09-30', '2026-12-31'), { nil: null }),
    }),
    { selector: ({ code, provenFrom }) => `${code} ${provenFrom}` },
  );
  const endOf = ({ provenTo }: ProvenWindow) => provenTo ?? '9999-12-31';
  const widen = (kept: ProvenWindow[], gone: ProvenWindow[]) => {
    const wide = widenedWindows(kept, gone);
    return kept.map(
      (one) => wide.find(({ code, provenFrom }) => code === one.code && provenFrom === one.provenFrom) ?? one,
    );
  };

  it('ends on the later of the two days, window by window', () => {
    fc.assert(
      fc.property(windows, windows, (kept, gone) => {
        const result = widen(kept, gone);
        result.forEach((one, at) => {
          const before = kept[at];
          const twin = gone.find(({ code, provenFrom }) => code === one.code && provenFrom === one.provenFrom);
          const ends = [before, twin].flatMap((window) => (window ? [endOf(window)] : []));
          expect(endOf(one)).toBe(ends.toSorted().at(-1));
        });
      }),
    );
  });

  it('is not widened twice', () => {
    fc.assert(
      fc.property(windows, windows, (kept, gone) => {
        expect(widenedWindows(widen(kept, gone), gone)).toEqual([]);
      }),
    );
  });

  it('is another window when it starts on another day', () => {
    const [from, later] = ['2026-01-01', '2026-02-01'];
    const kept = [{ code: 'brsa', provenFrom: from, provenTo: '2026-06-30' }];
    expect(widenedWindows(kept, [{ code: 'brsa', provenFrom: later, provenTo: null }])).toEqual([]);
    expect(widenedWindows(kept, [{ code: 'brsa', provenFrom: from, provenTo: '2026-07-01' }])).toEqual([
      { code: 'brsa', provenFrom: from, provenTo: '2026-07-01' },
    ]);
  });
});

describe('experience on both records', () => {
  const held: fc.Arbitrary<HeldMonths[]> = fc.uniqueArray(
    fc.record({ code: fc.constantFrom('K2204', 'F1703', 'N1103', 'G1602'), months: fc.integer({ min: 0, max: 720 }) }),
    { selector: ({ code }) => code },
  );

  it('is the longer of the two, never their sum, and never shortened', () => {
    fc.assert(
      fc.property(held, held, (kept, gone) => {
        const longer = new Map(lengthenedOccupations(kept, gone).map(({ code, months }) => [code, months]));
        for (const { code, months } of kept) {
          const other = gone.find((one) => one.code === code)?.months ?? 0;
          expect(longer.get(code) ?? months).toBe(Math.max(months, other));
          expect(longer.has(code)).toBe(other > months);
        }
        expect([...longer.keys()].every((code) => kept.some((one) => one.code === code))).toBe(true);
      }),
    );
  });

  it.each([
    [12, 12, []],
    [12, 13, [{ code: 'K2204', months: 13 }]],
    [13, 12, []],
    [0, 1, [{ code: 'K2204', months: 1 }]],
  ])('%i months kept, %i on the other', (months, other, changed) => {
    expect(lengthenedOccupations([{ code: 'K2204', months }], [{ code: 'K2204', months: other }])).toEqual(changed);
  });
});
