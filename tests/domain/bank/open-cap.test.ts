import { defaultOpenCap, isCrowded, openCapInput, openCapSetting } from '@jonction/domain/bank/open-cap';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusalsOf } from '../shared/refusals-of.ts';

describe('how many proposals a person may have open', () => {
  it('is three where nobody set it, and where what was set cannot be read', () => {
    expect(openCapSetting.parse({})).toEqual({ most: defaultOpenCap });
    expect(openCapSetting.parse({ openProposals: 'beaucoup' })).toEqual({ most: 3 });
    expect(openCapSetting.parse({ openProposals: 0 })).toEqual({ most: 3 });
    expect(openCapSetting.parse({ positioningCaps: { offer: 1, company: 1 } })).toEqual({ most: 3 });
  });

  it('is what the structure set, among its other settings', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), (most) => {
        expect(openCapSetting.parse({ other: true, openProposals: most })).toEqual({ most });
        expect(openCapInput.parse({ most })).toEqual({ most });
      }),
    );
  });

  it.each([0, 51, 2.5, -1, Number.NaN, '3', null])('is refused in words when it is %s', (most) => {
    expect(refusalsOf(openCapInput, { most })).toEqual(['most: bank.open_cap_wrong']);
  });

  it('is reached with as many, and stays reached with more', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 50 }), (open, most) => {
        expect(isCrowded(open, most)).toBe(open >= most);
        if (isCrowded(open, most)) expect(isCrowded(open + 1, most)).toBe(true);
      }),
    );
    expect([isCrowded(2, 3), isCrowded(3, 3)]).toEqual([false, true]);
  });
});
