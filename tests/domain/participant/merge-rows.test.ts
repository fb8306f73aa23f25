import {
  type ConfirmedCv,
  changedCvs,
  lengthenedOccupations,
  mergedKindOf,
  mergedKinds,
  type OfferedPositioning,
  type ProvenWindow,
  positioningsBeside,
  widenedWindows,
} from '@jonction/domain/participant/merge-rows';
import { positioningStatuses } from '@jonction/domain/positioning/lifecycle';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const listOf = (prefix: string): fc.Arbitrary<OfferedPositioning[]> =>
  fc
    .uniqueArray(fc.option(fc.constantFrom('o1', 'o2', 'o3'), { nil: null }), {
      selector: (offer) => offer ?? Math.random(),
    })
    .chain((offers) =>
      fc.tuple(
        ...offers.map((offerId, at) =>
          fc.constantFrom(...positioningStatuses).map((status) => ({ id: `${prefix}${at}`, offerId, status })),
        ),
      ),
    )
    .map((rows) => [...rows]);

describe('positioningsBeside', () => {
  it('leaves each offer to one positioning, and takes nothing from an offer that only one record has', () => {
    fc.assert(
      fc.property(listOf('k'), listOf('g'), (kept, gone) => {
        const beside = positioningsBeside(kept, gone);
        const left = [...kept, ...gone].filter(({ id, offerId }) => offerId !== null && !beside.includes(id));
        expect(new Set(left.map(({ offerId }) => offerId)).size).toBe(left.length);
        const offers = new Set([...kept, ...gone].flatMap(({ offerId }) => offerId ?? []));
        expect(new Set(left.map(({ offerId }) => offerId))).toEqual(offers);
      }),
    );
  });

  it.each([
    ['a hire stays on the offer', 'proposed', 'hired', 'k'],
    ['of two as far, that of the record kept', 'sent', 'sent', 'g'],
    ['a refusal outlives a proposal', 'refused', 'proposed', 'g'],
    ['a meeting outlives a refusal', 'refused', 'interview', 'k'],
    ['a confirmed meeting outlives a wish', 'meeting_set', 'interview', 'g'],
  ])('%s', (_, ofKept, ofGone, beside) => {
    const row = (id: string, status: string) => [{ id, offerId: 'o', status }];
    expect(positioningsBeside(row('k', ofKept), row('g', ofGone))).toEqual([beside]);
  });

  it('touches nobody put forward without an offer', () => {
    const row = (id: string) => [{ id, offerId: null, status: 'sent' }];
    expect(positioningsBeside(row('k'), row('g'))).toEqual([]);
  });
});

describe('changedCvs', () => {
  const cvsOf = (prefix: string): fc.Arbitrary<ConfirmedCv[]> =>
    fc
      .tuple(
        fc.uniqueArray(fc.constantFrom('K2204', 'F1703', null)),
        fc.nat(3),
        fc.array(fc.constantFrom(null, '2026-01-01', '2026-03-01'), { minLength: 3, maxLength: 3 }),
      )
      .map(([codes, current, days]) =>
        codes.map((romeCode, at) => ({
          id: `${prefix}${at}`,
          romeCode,
          current: at === current,
          confirmedOn: days[at] ?? null,
        })),
      );

  it('leaves one CV an occupation and one current, that of the side chosen where it has one', () => {
    fc.assert(
      fc.property(cvsOf('k'), cvsOf('g'), fc.constantFrom('kept' as const, 'gone' as const), (kept, gone, side) => {
        const changed = changedCvs(kept, gone, side);
        const left = [...kept, ...gone].filter(({ id }) => !changed.some((one) => one.id === id && one.replaced));
        expect(new Set(left.map(({ romeCode }) => romeCode)).size).toBe(left.length);
        const current = left.filter((cv) => cv.current && !changed.some(({ id }) => id === cv.id));
        const [first, second] = side === 'kept' ? [kept, gone] : [gone, kept];
        const wanted = first.find((cv) => cv.current) ?? second.find((cv) => cv.current);
        expect(current.map(({ id }) => id)).toEqual(wanted ? [wanted.id] : []);
      }),
    );
  });

  it('replaces nothing of occupations that only one record has', () => {
    const cv = (id: string, romeCode: string) => ({ id, romeCode, current: false, confirmedOn: null });
    expect(changedCvs([cv('k', 'K2204')], [cv('g', 'F1703')], 'kept')).toEqual([]);
  });

  it('keeps of two for one occupation the one confirmed last', () => {
    const cv = (id: string, confirmedOn: string) => ({ id, romeCode: 'K2204', current: false, confirmedOn });
    expect(changedCvs([cv('k', '2026-01-01')], [cv('g', '2026-02-01')], 'kept')).toEqual([{ id: 'k', replaced: true }]);
    expect(changedCvs([cv('k', '2026-02-01')], [cv('g', '2026-02-01')], 'kept')).toEqual([{ id: 'g', replaced: true }]);
  });
});

describe('widenedWindows', () => {
  const window = (provenTo: string | null, code = 'x'): ProvenWindow => ({ code, provenFrom: '2026-01-01', provenTo });

  it.each([
    ['a later day wins', '2026-06-30', '2026-12-31', '2026-12-31'],
    ['no end wins', '2026-06-30', null, null],
  ])('%s', (_, kept, gone, provenTo) => {
    expect(widenedWindows([window(kept)], [window(gone)])).toEqual([window(provenTo)]);
  });

  it.each([
    ['the same day', '2026-06-30', '2026-06-30'],
    ['an earlier day', '2026-06-30', '2026-05-31'],
    ['anything, where there is no end', null, '2030-01-01'],
  ])('changes nothing for %s', (_, kept, gone) => {
    expect(widenedWindows([window(kept)], [window(gone)])).toEqual([]);
  });

  it('never shortens what was proven, and never mixes two categories', () => {
    const end = fc.option(fc.constantFrom('2026-03-01', '2026-06-01', '2026-09-01'), { nil: null });
    fc.assert(
      fc.property(end, end, fc.boolean(), (a, b, same) => {
        const [wide] = widenedWindows([window(a)], [window(b, same ? 'x' : 'y')]);
        if (!wide) return;
        expect(same).toBe(true);
        expect(a).not.toBeNull();
        expect(wide.provenTo === null || wide.provenTo > (a ?? '')).toBe(true);
      }),
    );
  });
});

describe('lengthenedOccupations', () => {
  it('takes the longer experience of an occupation that both have', () => {
    const kept = [
      { code: 'K2204', months: 12 },
      { code: 'F1703', months: 60 },
    ];
    const gone = [
      { code: 'K2204', months: 24 },
      { code: 'F1703', months: 6 },
      { code: 'N4101', months: 99 },
    ];
    expect(lengthenedOccupations(kept, gone)).toEqual([{ code: 'K2204', months: 24 }]);
  });
});

describe('mergedKindOf', () => {
  it('knows its tables, and calls "other" any table that came later', () => {
    for (const kind of mergedKinds) expect(mergedKindOf(kind)).toBe(kind);
    expect(mergedKindOf('pool_member')).toBe('other');
  });
});
