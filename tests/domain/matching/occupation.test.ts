import { matchOccupation, occupationTiers, occupationValues } from '@jonction/domain/matching/occupation';
import { ownProximity } from '@jonction/domain/reference/occupations';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anOffer, proximity, reasonOf, rowOf } from './bank.ts';

function tierOf(...codes: string[]) {
  const romes = codes.map((code) => ({ code, months: 12 }));
  return matchOccupation(romes, anOffer(), proximity);
}

describe('the nearest occupation of a person', () => {
  it.each([
    { codes: ['K2204'], tier: 'same' },
    { codes: ['K2202'], tier: 'close' },
    { codes: ['K1304'], tier: 'close' },
    { codes: ['I1203'], tier: 'next' },
    { codes: ['K2201'], tier: 'domain' },
    { codes: ['K2303'], tier: 'other' },
    { codes: ['N1103', 'I1203', 'K2201'], tier: 'next' },
    { codes: ['N1103', 'K2201', 'K2202', 'I1203'], tier: 'close' },
    { codes: [], tier: 'other' },
  ])('$codes for K2204: $tier', ({ codes, tier }) => {
    expect(tierOf(...codes).tier).toBe(tier);
  });

  it('is worth 1000, 700, 400, 250 and 0', () => {
    expect(occupationTiers.map((tier) => occupationValues[tier])).toEqual([1000, 700, 400, 250, 0]);
  });

  it('takes the same code for the same even where it stands among the close', () => {
    const odd = { K2204: { close: ['K2204'], next: ['K2202'] } };
    expect(matchOccupation([{ code: 'K2204', months: 1 }], anOffer(), odd).tier).toBe('same');
  });

  it('prefers close to next where a code stands in both', () => {
    const odd = { K2204: { close: ['I1203'], next: ['I1203'] } };
    expect(matchOccupation([{ code: 'I1203', months: 1 }], anOffer(), odd).tier).toBe('close');
  });

  it('reads the proximity of the occupation asked, not of the one held', () => {
    const oneWay = { K2202: { close: ['N1103'], next: [] } };
    expect(matchOccupation([{ code: 'K2202', months: 1 }], anOffer({ rome: 'N1103' }), oneWay).tier).toBe('other');
  });

  it('knows the domain of an occupation without a row of proximity', () => {
    const offer = anOffer({ rome: 'K2303' });
    expect(matchOccupation([{ code: 'K2302', months: 1 }], offer, {}).tier).toBe('domain');
    expect(matchOccupation([{ code: 'K2303', months: 1 }], offer, {}).tier).toBe('same');
  });

  it('is not misled by a code that names a property of every object', () => {
    const offer = anOffer({ rome: 'constructor' });
    expect(matchOccupation([{ code: 'K2204', months: 1 }], offer, {}).tier).toBe('other');
  });

  it('accepts rows with an absent list', () => {
    expect(matchOccupation([{ code: 'K2202', months: 1 }], anOffer(), { K2204: { close: null } }).tier).toBe('domain');
    expect(matchOccupation(null, anOffer(), proximity)).toEqual({ tier: 'other', code: null, months: 0 });
  });
});

describe('the months of the occupation', () => {
  it('are those of the code that gave the value', () => {
    const romes = [
      { code: 'K2202', months: 90 },
      { code: 'K2204', months: 6 },
    ];
    expect(rowOf({ romes }).facts.occupation).toEqual({ tier: 'same', code: 'K2204', months: 6 });
    expect(rowOf({ romes }).criteria.experience).toBe(250);
  });

  it('are the longest of codes of equal value', () => {
    const romes = [
      { code: 'K2202', months: 6 },
      { code: 'K1304', months: 18 },
      { code: 'K2204-', months: 90 },
    ];
    expect(matchOccupation(romes, anOffer(), proximity)).toEqual({ tier: 'close', code: 'K1304', months: 18 });
  });

  it('are not added up over a code given twice', () => {
    const romes = [
      { code: 'K2204', months: 6 },
      { code: 'K2204', months: 12 },
    ];
    expect(rowOf({ romes }).criteria.experience).toBe(500);
  });

  it('never depend on the order of the codes', () => {
    const code = fc.constantFrom('K2204', 'K2202', 'K1304', 'I1203', 'K2201', 'N1103');
    const romes = fc.array(fc.record({ code, months: fc.nat(100) }), { maxLength: 5 });
    fc.assert(
      fc.property(romes, (codes) => {
        const [a, b] = [codes, [...codes].reverse()].map((order) => matchOccupation(order, anOffer(), proximity));
        expect([a?.tier, a?.months]).toEqual([b?.tier, b?.months]);
      }),
    );
  });
});

describe('people of other occupations', () => {
  it('are left out, unless the facilitator widens the view', () => {
    const romes = [{ code: 'N1103', months: 108 }];
    expect(reasonOf({ romes })).toBe('occupation');
    const row = rowOf({ romes }, {}, { widen: true });
    expect(row.criteria.occupation).toBe(0);
    expect(row.criteria.experience).toBe(0);
  });

  it('have the experience that is asked when none is asked', () => {
    const romes = [{ code: 'N1103', months: 108 }];
    expect(rowOf({ romes }, { months: 0 }, { widen: true }).criteria.experience).toBe(1000);
  });
});

describe('the proximity that comes with the product', () => {
  it('ranks a window cleaner for a cleaning offer, and a maintenance worker as a step on', () => {
    const row = (code: string) => rowOf({ romes: [{ code, months: 24 }] }, {}, { proximity: ownProximity });
    expect(row('K2202').criteria.occupation).toBe(700);
    expect(row('I1203').criteria.occupation).toBe(400);
  });
});
