import { byStanding, type ChoosableCv, chooseCv } from '@jonction/domain/cv/choose';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const cleaner: ChoosableCv = { id: 'a', occupations: ['K2204', 'K1304'], current: false, confirmedOn: '2026-01-10' };
const cook: ChoosableCv = { id: 'b', occupations: ['G1602'], current: true, confirmedOn: '2026-02-10' };
const driver: ChoosableCv = { id: 'c', occupations: ['N4105', 'K2204'], current: false, confirmedOn: '2026-02-20' };
const all = [cook, driver, cleaner];
const ask = (code: string, ...near: string[][]) => ({ code, near });

const codes = ['K2204', 'K1304', 'G1602', 'N4105', 'F1704'];
const code = fc.constantFrom(...codes);
/** Any bank of CVs of one person: at most one is current. */
const bank = fc
  .array(
    fc.record({
      occupations: fc.uniqueArray(code, { maxLength: 4 }),
      confirmedOn: fc.option(fc.constantFrom('2026-01-01', '2026-01-02', '2026-02-01'), { nil: null }),
    }),
    { maxLength: 5 },
  )
  .chain((rows) =>
    fc
      .integer({ min: -1, max: rows.length - 1 })
      .map((place) => rows.map((row, index) => ({ ...row, id: `cv-${index}`, current: index === place }))),
  );
const asked = fc.option(fc.record({ code, near: fc.array(fc.uniqueArray(code, { maxLength: 3 }), { maxLength: 2 }) }), {
  nil: null,
});

describe('the CV that goes out', () => {
  it('is the one that names the occupation asked, current or not', () => {
    expect(chooseCv(all, ask('G1602'))).toBe(cook);
    expect(chooseCv([cook, cleaner], ask('K2204'))).toBe(cleaner);
  });

  it('is the one written for it first, before the one that only mentions it', () => {
    expect(chooseCv(all, ask('K2204'))).toBe(cleaner);
  });

  it('is the one of a close occupation when none names it', () => {
    expect(chooseCv(all, ask('F1704', ['N4105'], ['G1602']))).toBe(driver);
  });

  it('is the one of an occupation that takes some training, when none is close', () => {
    expect(chooseCv(all, ask('F1704', ['A1101'], ['N4105']))).toBe(driver);
  });

  it('is the current one when nothing near is in any of them, and when nothing is asked', () => {
    expect(chooseCv(all, ask('A1101'))).toBe(cook);
    expect(chooseCv(all, null)).toBe(cook);
  });

  it('is the last confirmed where two are as good and none is current', () => {
    const older = { ...cleaner, id: 'z', confirmedOn: '2025-12-01' };
    expect(chooseCv([older, cleaner], ask('K2204'))).toBe(cleaner);
    expect(chooseCv([older, cleaner], null)).toBe(cleaner);
  });

  it('is none when she has none', () => {
    expect(chooseCv([], ask('K2204'))).toBeNull();
    expect(chooseCv([], null)).toBeNull();
  });

  it('is always one of hers, and there is always one when she has any', () => {
    fc.assert(
      fc.property(bank, asked, (cvs, question) => {
        const chosen = chooseCv(cvs, question);
        if (cvs.length === 0) expect(chosen).toBeNull();
        else expect(cvs).toContain(chosen);
      }),
    );
  });

  it('never leaves aside a CV that names what is asked for one that does not', () => {
    fc.assert(
      fc.property(bank, code, fc.array(fc.array(code)), (cvs, wanted, near) => {
        const chosen = chooseCv(cvs, { code: wanted, near });
        if (cvs.some(({ occupations }) => occupations.includes(wanted))) expect(chosen?.occupations).toContain(wanted);
      }),
    );
  });

  it('never takes a further group while a nearer one has somebody', () => {
    fc.assert(
      fc.property(
        bank,
        fc.uniqueArray(code, { minLength: 1 }),
        fc.uniqueArray(code, { minLength: 1 }),
        (cvs, close, next) => {
          const chosen = chooseCv(cvs, { code: 'A1101', near: [close, next] });
          const has = (groups: string[]) => cvs.some((cv) => cv.occupations.some((one) => groups.includes(one)));
          if (has(close)) expect(chosen?.occupations.some((one) => close.includes(one))).toBe(true);
          else if (has(next)) expect(chosen?.occupations.some((one) => next.includes(one))).toBe(true);
        },
      ),
    );
  });

  it('does not depend on the order they are read in', () => {
    fc.assert(
      fc.property(bank, asked, (cvs, question) => {
        expect(chooseCv(cvs.toReversed(), question)).toEqual(chooseCv(cvs, question));
      }),
    );
  });

  it('changes nothing of what it is given', () => {
    const before = structuredClone(all);
    chooseCv(all, ask('K2204'));
    expect(all).toEqual(before);
  });
});

describe('the standing of two CVs', () => {
  it('puts the current one first, then the last confirmed, one never confirmed last', () => {
    const never = { ...cleaner, id: 'n', confirmedOn: null };
    expect([never, cleaner, driver, cook].toSorted(byStanding).map(({ id }) => id)).toEqual(['b', 'c', 'a', 'n']);
  });

  it('is an order: two readings of the same rows agree', () => {
    fc.assert(
      fc.property(bank, (cvs) => {
        const sorted = cvs.toSorted(byStanding);
        for (const [index, cv] of sorted.entries()) {
          const next = sorted[index + 1];
          if (next) expect(byStanding(cv, next)).toBeLessThan(0);
          if (next) expect(byStanding(next, cv)).toBeGreaterThan(0);
          expect(byStanding(cv, cv)).toBe(0);
        }
      }),
    );
  });
});
